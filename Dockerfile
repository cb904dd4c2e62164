# Any program of the mesh, from source: docker build --build-arg SERVICE=posts-service .
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG JAVA_IMAGE=eclipse-temurin:25-jre

# the same for every program, so it is built once
FROM ${BUILD_IMAGE} AS build
WORKDIR /source
COPY . .
RUN mvn -B -q -Dmaven.test.skip=true package

FROM build AS layers
ARG SERVICE
RUN java -Djarmode=tools -jar ${SERVICE}/target/${SERVICE}-*.jar extract --layers --destination /layers \
 && mv /layers/application/${SERVICE}-*.jar /layers/application/program.jar

FROM ${JAVA_IMAGE}
WORKDIR /program
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
COPY compose/jvm.options ./
# A start without data, for the classes it loads: where a program cannot do without, it ends a little early.
# The key is of no use to anybody and does not stay.
RUN printf '1 %s\n' "$(head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n')" > /tmp/passport.keys \
 && { PLATFORM_PASSPORT_KEYS=/tmp/passport.keys SPRING_FLYWAY_ENABLED=false \
    java @jvm.options -Xlog:aot=error -XX:AOTCacheOutput=program.aot -Dspring.context.exit=onRefresh -jar program.jar \
    || echo "it ended early"; } \
 && test -s program.aot \
 && rm -rf /tmp/*
USER 10001:10001
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=program.aot", "-jar", "program.jar"]
