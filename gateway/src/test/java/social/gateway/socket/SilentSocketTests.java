package social.gateway.socket;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The limits of a request's time end where a socket begins. */
@GatewayTest
@TestPropertySource(properties = { "gateway.edge.read-timeout=200ms", "gateway.edge.request-timeout=400ms" })
class SilentSocketTests {

	private static final Duration SILENCE = Duration.ofMillis(1500);

	@Autowired
	private FakeMesh mesh;

	@LocalServerPort
	private int port;

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@Test
	void keepsASocketWhoseClientOnlyListens() {
		var news = Flux.concat(Mono.just("news").delayElement(SILENCE), Mono.never());
		this.mesh.sockets().answers((response) -> response.sendWebsocket((in, out) -> out.sendString(news)));
		var headers = new HttpHeaders();
		headers.add("X-Auth", this.mesh.issuer().token());
		var heard = new AtomicReference<String>();
		new ReactorNettyWebSocketClient()
			.execute(URI.create("ws://localhost:%d/posts".formatted(this.port)), headers,
					(session) -> session.receive()
						.map(WebSocketMessage::getPayloadAsText)
						.take(1)
						.doOnNext(heard::set)
						.then())
			.block(Duration.ofSeconds(10));
		assertThat(heard).hasValue("news");
	}

}
