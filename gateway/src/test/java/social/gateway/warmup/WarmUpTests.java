package social.gateway.warmup;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerInitializedEvent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import social.gateway.FakeMesh;
import social.gateway.FakeService;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What a gateway has done before it lets anybody in. */
@GatewayTest
@TestPropertySource(properties = { "gateway.warm-up.requests=1000000000", "gateway.warm-up.longest=1s" })
@Import(WarmUpTests.Opening.class)
@DirtiesContext
class WarmUpTests {

	@Test
	void itHasFetchedAnswersFromAServiceAndRefusedTokensForAsLongAsItMay(@Autowired Opening opening) {
		assertThat(opening.fetched).isGreaterThan(10);
		assertThat(opening.refused).isGreaterThan(3);
	}

	@Test
	void itOpensAtOnceWhereThereIsNoKeySet() {
		try (var gateway = new FakeService("gateway")) {
			gateway.answers(503, "{\"message\":\"no instance\"}");
			assertThat(Visits.by(HttpClient.create().host("127.0.0.1").port(gateway.port())).blockOptional()).isEmpty();
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Opening {

		private final FakeMesh mesh;

		private final MeterRegistry meters;

		private int fetched;

		private double refused;

		Opening(FakeMesh mesh, MeterRegistry meters) {
			this.mesh = mesh;
			this.meters = meters;
		}

		@EventListener(condition = "#event.applicationContext.serverNamespace == null")
		void opened(ReactiveWebServerInitializedEvent event) {
			this.fetched = this.mesh.users().shown("/.well-known/jwks.json");
			this.refused = this.meters.find("social.edge.refused")
				.counters()
				.stream()
				.mapToDouble(Counter::count)
				.sum();
		}

	}

}
