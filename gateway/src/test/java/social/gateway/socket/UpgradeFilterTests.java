package social.gateway.socket;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import social.gateway.FakeMesh;
import social.gateway.GatewayTest;
import social.gateway.Issuer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@GatewayTest
class UpgradeFilterTests {

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@LocalServerPort
	private int port;

	@BeforeEach
	void echo() {
		this.mesh.sockets()
			.answers((response) -> response.sendWebsocket((in, out) -> out.sendString(in.receive().asString())));
	}

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/post/feed/posted", "/posts" })
	void leadsASocketToTheServiceWithAPassport(String path) throws Exception {
		var headers = new HttpHeaders();
		headers.add("X-Auth", this.mesh.issuer().token());
		headers.add("X-User-Id", "forged");
		assertThat(say("hello", path, headers)).isEqualTo("hello");
		var handshake = this.mesh.sockets().last();
		var passport = this.mesh.passport(handshake);
		assertThat(passport.getAudience()).containsExactly("websocket-service");
		assertThat(passport.getSubject()).isEqualTo(Issuer.ANN.toString());
		assertThat(passport.getLongClaim("sxp")).isPositive();
		assertThat(handshake.headers().get("X-Request-Id")).isNotBlank();
		assertThat(handshake.headers().contains("X-Auth")).isFalse();
		assertThat(handshake.headers().contains("X-User-Id")).isFalse();
	}

	@Test
	void carriesFramesPastTheUsualLimit() {
		var headers = new HttpHeaders();
		headers.add("X-Auth", this.mesh.issuer().token());
		assertThat(say("x".repeat(65_000), "/posts", headers)).hasSize(65_000);
	}

	@Test
	void refusesASocketWithoutATokenBeforeTheUpgrade() {
		assertThatThrownBy(() -> say("hello", "/posts", new HttpHeaders())).hasMessageContaining("401");
		assertThat(this.mesh.sockets().seen()).isEmpty();
	}

	@Test
	void asksForAnUpgradeWhereASocketIs() {
		this.client.get()
			.uri("/posts")
			.header("X-Auth", this.mesh.issuer().token())
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo(400);
		assertThat(this.mesh.sockets().seen()).isEmpty();
	}

	@Test
	void opensNoSocketWhereNoneIs() {
		var headers = new HttpHeaders();
		headers.add("X-Auth", this.mesh.issuer().token());
		assertThatThrownBy(() -> say("hello", "/post/feed", headers)).hasMessageContaining("200");
		assertThat(this.mesh.posts().seen()).hasSize(1);
	}

	private String say(String text, String path, HttpHeaders headers) {
		var heard = new AtomicReference<String>();
		new ReactorNettyWebSocketClient()
			.execute(URI.create("ws://localhost:%d%s".formatted(this.port, path)), headers,
					(session) -> session.send(Mono.just(session.textMessage(text)))
						.thenMany(
								session.receive().map(WebSocketMessage::getPayloadAsText).take(1).doOnNext(heard::set))
						.then(session.close()))
			.block(Duration.ofSeconds(10));
		return Objects.requireNonNull(heard.get());
	}

}
