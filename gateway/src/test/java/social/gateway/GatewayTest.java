package social.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;

/** The whole gateway on a real port before fake services on real ports. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "eureka.client.enabled=false", "gateway.key.refresh=1s",
				"gateway.key.pause=1s", "gateway.limit.login=1000000 in 1s", "gateway.limit.register=1000000 in 1s",
				"gateway.limit.address=1000000 in 1s", "gateway.limit.user=1000000 in 1s", "gateway.limit.patience=5s",
				"gateway.leave.patience=0s", "spring.cloud.gateway.server.webflux.httpclient.response-timeout=500ms" })
@AutoConfigureWebTestClient(timeout = "15s")
@Import(FakeMesh.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface GatewayTest {

}
