package social.gateway.socket;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How many sockets may be open. */
@GatewayTest
@TestPropertySource(properties = { "gateway.socket.per-user=3", "gateway.socket.per-address=5" })
class SocketCountTests {

	private final List<Disposable> sockets = new ArrayList<>();

	private final String ann = UUID.randomUUID().toString();

	@Autowired
	private FakeMesh mesh;

	@LocalServerPort
	private int port;

	@BeforeEach
	void holdOn() {
		this.mesh.sockets().answers((response) -> response.sendWebsocket((in, out) -> in.receive().then()));
	}

	@AfterEach
	void reset() {
		this.sockets.forEach(Disposable::dispose);
		this.mesh.reset();
	}

	@Test
	void areLimitedForAUser() {
		open(this.ann, 3);
		refuses(this.ann);
		open(UUID.randomUUID().toString(), 1);
		this.sockets.getFirst().dispose();
		Awaitility.await().ignoreExceptions().untilAsserted(() -> open(this.ann, 1));
		refuses(this.ann);
	}

	@Test
	void areLimitedForAnAddress() {
		for (int user = 0; user < 5; user++) {
			String somebody = UUID.randomUUID().toString();
			Awaitility.await().ignoreExceptions().untilAsserted(() -> open(somebody, 1));
		}
		refuses(UUID.randomUUID().toString());
	}

	@Test
	void areFreedThoughTheServiceRefuses() {
		this.mesh.sockets().answers(503, "{}");
		for (int number = 0; number < 4; number++) {
			assertThatThrownBy(() -> connect(this.ann).block(Duration.ofSeconds(5))).hasMessageContaining("503");
		}
		holdOn();
		open(this.ann, 1);
	}

	@Test
	void areTwentyAndFiveHundredUnlessSaidOtherwise() {
		var none = new MapConfigurationPropertySource(Map.of());
		assertThat(new Binder(none).bindOrCreate("gateway.socket", SocketLimits.class))
			.isEqualTo(new SocketLimits(20, 500));
	}

	private void open(String user, int count) {
		for (int number = 0; number < count; number++) {
			var opened = new CompletableFuture<Boolean>();
			this.sockets.add(connect(user, opened).subscribe((nothing) -> {
			}, opened::completeExceptionally));
			assertThat(opened.orTimeout(5, TimeUnit.SECONDS).join()).isTrue();
		}
	}

	private void refuses(String user) {
		assertThatThrownBy(() -> connect(user).block(Duration.ofSeconds(5))).hasMessageContaining("429");
	}

	private Mono<Void> connect(String user) {
		return connect(user, new CompletableFuture<>());
	}

	private Mono<Void> connect(String user, CompletableFuture<Boolean> opened) {
		var headers = new HttpHeaders();
		headers.add("X-Auth", this.mesh.issuer().token((claims) -> claims.subject(user)));
		return new ReactorNettyWebSocketClient().execute(URI.create("ws://localhost:%d/posts".formatted(this.port)),
				headers, (session) -> {
					opened.complete(true);
					return session.receive().then();
				});
	}

}
