package social.gateway.warmup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import social.gateway.FakeService.Seen;
import social.gateway.GatewayTest;
import social.gateway.revocation.Revocations;

import static org.assertj.core.api.Assertions.assertThat;

/** What a gateway has done before it lets anybody in. */
@GatewayTest
@TestPropertySource(properties = { "gateway.warm-up.requests=1000000000", "gateway.warm-up.longest=1s" })
@Import(WarmUpTests.Opening.class)
@DirtiesContext
class WarmUpTests {

	@Test
	void itHasFetchedAnswersFromEveryServiceAndRefusedTokensForAsLongAsItMay(@Autowired Opening opening) {
		assertThat(opening.fetched).isGreaterThan(3);
		assertThat(opening.refused).isGreaterThan(3);
		assertThat(opening.asked).allSatisfy((service, seen) -> assertThat(seen).as(service).hasSizeGreaterThan(3));
	}

	@Test
	void itHasAskedOnlyWhatChangesNothingAsUsersWithoutATokenThatAnybodyElseCouldUse(@Autowired Opening opening,
			@Autowired FakeMesh mesh) {
		assertThat(opening.asked.values()).allSatisfy((seen) -> assertThat(seen).allSatisfy((request) -> {
			assertThat(request.method()).isEqualTo("GET");
			assertThat(request.headers().contains("X-Auth")).isFalse();
			assertThat(mesh.passport(request).getSubject()).isNotNull();
		}));
	}

	@Test
	void itKnowsOfSessionsThatEndedMeanwhile(@Autowired Opening opening) {
		assertThat(opening.knowsOfTheEnd).isTrue();
	}

	@Test
	void itOpensAtOnceWhereThereIsNoKeySet() {
		try (var gateway = new FakeService("gateway")) {
			gateway.answers(503, "{\"message\":\"no instance\"}");
			var client = HttpClient.create().host("127.0.0.1").port(gateway.port());
			assertThat(Visits.keyId(client).blockOptional()).isEmpty();
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Opening {

		private final FakeMesh mesh;

		private final MeterRegistry meters;

		private int fetched;

		private final UUID session = UUID.randomUUID();

		private final Revocations revocations;

		private double refused;

		private boolean knowsOfTheEnd;

		private Map<String, List<Seen>> asked = Map.of();

		Opening(FakeMesh mesh, MeterRegistry meters, Revocations revocations) {
			this.mesh = mesh;
			this.meters = meters;
			this.revocations = revocations;
			mesh.dialogs().answers((response) -> {
				mesh.revoke(this.session);
				return response.send();
			});
			mesh.sockets().answers((response) -> response.sendWebsocket((in, out) -> in.receive().then()));
		}

		@EventListener(condition = "#event.applicationContext.serverNamespace == null")
		void opened(ReactiveWebServerInitializedEvent event) {
			this.fetched = this.mesh.users().shown("/.well-known/jwks.json");
			this.refused = this.meters.find("social.edge.refused")
				.counters()
				.stream()
				.mapToDouble(Counter::count)
				.sum();
			this.knowsOfTheEnd = this.revocations.include(this.session);
			this.asked = Stream.of(this.mesh.users(), this.mesh.posts(), this.mesh.dialogs(), this.mesh.sockets())
				.collect(Collectors.toMap(FakeService::name, FakeService::seen));
		}

	}

}
