package social.gateway.socket;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.server.WebsocketServerSpec;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import social.gateway.FakeMesh;
import social.gateway.FakeService;
import social.gateway.GatewayTest;
import social.gateway.Issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@GatewayTest
class UpgradeFilterTests {

	private static final String PROTOCOL = "sec-websocket-protocol: ";

	private static final int FRAME = 131_072;

	private static final ReactorNettyWebSocketClient CLIENT = new ReactorNettyWebSocketClient(HttpClient.create(),
			() -> WebsocketClientSpec.builder().maxFramePayloadLength(FRAME));

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@LocalServerPort
	private int port;

	@BeforeEach
	void echo() {
		this.mesh.sockets()
			.answers((response) -> response.sendWebsocket((in, out) -> out.sendString(in.receive().asString()),
					WebsocketServerSpec.builder().maxFramePayloadLength(FRAME).build()));
	}

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/post/feed/posted", "/posts" })
	void leadsASocketToTheServiceWithAPassport(String path) throws Exception {
		var headers = asAnn();
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
		assertThat(say("x".repeat(FRAME), "/posts", asAnn())).hasSize(FRAME);
	}

	@Test
	void refusesASocketWithoutATokenBeforeTheUpgrade() {
		assertThatThrownBy(() -> say("hello", "/posts", new HttpHeaders())).hasMessageContaining("401");
		assertThat(this.mesh.sockets().seen()).isEmpty();
	}

	@Test
	void refusesASocketBeforeTheUpgradeIfNoInstanceLives() {
		var dead = new FakeService("websocket-service");
		dead.close();
		this.mesh.run("websocket-service", dead);
		assertThatThrownBy(() -> say("hello", "/posts", asAnn())).hasMessageContaining("503");
	}

	@Test
	void leadsASocketToAnInstanceThatLives() {
		var dead = new FakeService("websocket-service");
		dead.close();
		this.mesh.run("websocket-service", dead, this.mesh.sockets());
		for (int i = 0; i < 4; i++) {
			assertThat(say("hello", "/posts", asAnn())).isEqualTo("hello");
		}
	}

	@Test
	void returnsTheRequestIdWithTheUpgrade() {
		var headers = asAnn();
		headers.add("X-Request-Id", "walk-1");
		var answer = new AtomicReference<String>();
		CLIENT.execute(uri("/posts"), headers, (session) -> {
			answer.set(session.getHandshakeInfo().getHeaders().getFirst("X-Request-Id"));
			return session.close();
		}).block(Duration.ofSeconds(10));
		assertThat(answer).hasValue("walk-1");
		Awaitility.await().until(() -> !this.mesh.sockets().seen().isEmpty());
		assertThat(this.mesh.sockets().last().headers().get("X-Request-Id")).isEqualTo("walk-1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			otus.v2             | otus.v2
			chat, otus.v2       | otus.v2
			otus.v3,otus.v2,x.y | otus.v2
			chat                |
			                    |
			""")
	void selectsTheProtocolThatTheServiceSpeaks(@Nullable String offer, @Nullable String selected) throws Exception {
		this.mesh.sockets()
			.answers((response) -> response.sendWebsocket((in, out) -> out.sendString(in.receive().asString()),
					WebsocketServerSpec.builder().protocols("otus.v2").build()));
		try (var socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(upgrade("/posts?since=7", offer).getBytes(StandardCharsets.US_ASCII));
			var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			var head = answer.lines().takeWhile((line) -> !line.isEmpty()).toList();
			assertThat(head.getFirst()).contains("101");
			assertThat(head.stream().filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(PROTOCOL)))
				.isEqualTo((selected != null) ? List.of(PROTOCOL + selected) : List.of());
			Awaitility.await().until(() -> !this.mesh.sockets().seen().isEmpty());
			assertThat(this.mesh.sockets().last().headers().get("Sec-WebSocket-Protocol")).isEqualTo(selected);
			assertThat(this.mesh.sockets().last().uri()).endsWith("?since=7");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "one", "", "9223372036854775808" })
	void refusesAPositionThatIsNoneBeforeTheUpgrade(String since) {
		assertThatThrownBy(() -> say("hello", "/posts?since=" + since, asAnn())).hasMessageContaining("400");
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
		assertThatThrownBy(() -> say("hello", "/post/feed", asAnn())).hasMessageContaining("200");
		assertThat(this.mesh.posts().seen()).hasSize(1);
	}

	private String say(String text, String path, HttpHeaders headers) {
		var heard = new AtomicReference<String>();
		CLIENT
			.execute(uri(path), headers,
					(session) -> session.send(Mono.just(session.textMessage(text)))
						.thenMany(
								session.receive().map(WebSocketMessage::getPayloadAsText).take(1).doOnNext(heard::set))
						.then(session.close()))
			.block(Duration.ofSeconds(10));
		return Objects.requireNonNull(heard.get());
	}

	private String upgrade(String path, @Nullable String offer) {
		return """
				GET %s HTTP/1.1
				Host: localhost
				Upgrade: websocket
				Connection: Upgrade
				Sec-WebSocket-Version: 13
				Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
				%sX-Auth: %s

				"""
			.formatted(path, (offer != null) ? "Sec-WebSocket-Protocol: " + offer + "\n" : "",
					this.mesh.issuer().token())
			.replace("\n", "\r\n");
	}

	private HttpHeaders asAnn() {
		var headers = new HttpHeaders();
		headers.add("X-Auth", this.mesh.issuer().token());
		return headers;
	}

	private URI uri(String path) {
		return URI.create("ws://localhost:%d%s".formatted(this.port, path));
	}

}
