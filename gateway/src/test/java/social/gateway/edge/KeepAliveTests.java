package social.gateway.edge;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.test.web.server.LocalServerPort;

import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A connection is kept for the next request, but not for ever. */
@GatewayTest
class KeepAliveTests {

	private static final int REQUESTS = 1_200;

	@LocalServerPort
	private int port;

	@Test
	void aClientThatNeverStopsConnectsAgainNowAndThenAndNoticesNothing() {
		ConnectionProvider connections = ConnectionProvider.create("keep-alive", 1);
		var connected = new AtomicInteger();
		try {
			HttpClient client = HttpClient.create(connections)
				.host("127.0.0.1")
				.port(this.port)
				.disableRetry(true)
				.doOnConnected((connection) -> connected.incrementAndGet());
			assertThat(Flux.range(0, REQUESTS)
				.concatMap((number) -> client.get().uri("/post/feed").response())
				.map((response) -> response.status().code())
				.distinct()
				.collectList()
				.block()).containsExactly(401);
			assertThat(connected).hasValue(3);
		}
		finally {
			connections.dispose();
		}
	}

}
