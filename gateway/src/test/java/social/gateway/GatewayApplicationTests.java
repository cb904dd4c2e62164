package social.gateway;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@GatewayTest
class GatewayApplicationTests {

	@Autowired
	private ApplicationContext context;

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Test
	void isReadyAndMeasuredOnAPortOfItsOwn() {
		client(this.managementPort).get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
		client(this.port).post().uri("/login").exchange().expectStatus().isOk();
		client(this.managementPort).get()
			.uri("/actuator/prometheus")
			.exchange()
			.expectBody(String.class)
			.value((metrics) -> assertThat(metrics).contains("application=\"gateway\"",
					"resilience4j_circuitbreaker_state"));
		client(this.port).get().uri("/actuator/health").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void showsNothingOfItsRoutesThere() {
		client(this.managementPort).get().uri("/actuator/gateway/routes").exchange().expectStatus().isNotFound();
		client(this.managementPort).get().uri("/actuator/env").exchange().expectStatus().isNotFound();
		client(this.managementPort).post().uri("/login").exchange().expectStatus().isNotFound();
	}

	@Test
	void hasNoSecondGuard() {
		assertThat(this.context.getBeanProvider(WebFilterChainProxy.class).stream()).isEmpty();
	}

	@Test
	void refusesToStartWithoutRoutes(@Value("${platform.passport.keys}") String keys) {
		var application = new SpringApplicationBuilder(GatewayApplication.class);
		assertThatException()
			.isThrownBy(() -> application.run("--server.port=0", "--management.server.port=0",
					"--eureka.client.enabled=false", "--platform.passport.keys=" + keys,
					"--spring.cloud.gateway.server.webflux.routes="))
			.withStackTraceContaining("no route (expected: some)");
	}

	private static WebTestClient client(int port) {
		return WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
	}

}
