package social.gateway.edge;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A connection is kept for the next request, but not for ever. */
@GatewayTest
@DirtiesContext
@TestPropertySource(properties = "gateway.edge.max-connection-age=200ms")
class ConnectionAgeTests {

	@LocalServerPort
	private int port;

	@Test
	void aClientThatNeverStopsConnectsAgainNowAndThenAndNoticesNothing() {
		ConnectionProvider connections = ConnectionProvider.create("age", 1);
		var connected = new AtomicInteger();
		try {
			HttpClient client = HttpClient.create(connections)
				.host("127.0.0.1")
				.port(this.port)
				.disableRetry(true)
				.doOnChannelInit((observer, channel, peer) -> connected.incrementAndGet());
			Mono<Integer> status = client.get()
				.uri("/post/feed")
				.responseSingle((response, body) -> body.asString().thenReturn(response.status().code()));
			var answered = new AtomicInteger();
			assertThat(status.doOnNext((answer) -> answered.incrementAndGet())
				.repeat(() -> connected.get() < 4)
				.distinct()
				.collectList()
				.block(Duration.ofSeconds(30))).containsExactly(401);
			assertThat(answered).hasValueGreaterThan(connected.get());
		}
		finally {
			connections.dispose();
		}
	}

}
