package social.gateway.token;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import social.backing.Backing;
import social.gateway.FakeMesh;
import social.gateway.GatewayTest;
import social.gateway.Issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How browsers open sockets, which can't send a token. */
@GatewayTest
class TicketTests {

	private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {
	};

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@Autowired
	private ReactiveStringRedisTemplate redis;

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

	@Test
	void opensASocketOnce() throws Exception {
		String ticket = ticket(this.mesh.issuer().token());
		assertThat(say("/posts?since=7&ticket=" + ticket, new HttpHeaders())).isEqualTo("hello");
		var handshake = this.mesh.sockets().last();
		assertThat(this.mesh.passport(handshake).getSubject()).isEqualTo(Issuer.ANN.toString());
		assertThat(this.mesh.passport(handshake).getStringClaim("sid")).isEqualTo(Issuer.SESSION);
		assertThat(handshake.uri()).isEqualTo("/posts?since=7");
		refuses("/posts?ticket=" + ticket, 401);
	}

	@Test
	void leavesNothingOfTheTicketInTheAddress() {
		say("/post/feed/posted?ticket=" + ticket(this.mesh.issuer().token()), new HttpHeaders());
		assertThat(this.mesh.sockets().last().uri()).isEqualTo("/post/feed/posted");
	}

	@Test
	void livesHalfAMinute() {
		ticket(this.mesh.issuer().token());
		String key = Objects.requireNonNull(this.redis.keys("ticket:*").blockFirst());
		assertThat(this.redis.getExpire(key).block()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
	}

	@Test
	void isNoTicketUnlessTheGatewayMadeIt() {
		refuses("/posts?ticket=x", 401);
		refuses("/posts?ticket=", 401);
		refuses("/posts?ticket=" + this.mesh.issuer().token(), 401);
	}

	@Test
	void isOneOfOneKind() {
		String ticket = ticket(this.mesh.issuer().token());
		refuses("/posts?ticket=%s&ticket=%s".formatted(ticket, ticket), 400);
		var headers = new HttpHeaders();
		headers.add("X-Auth", this.mesh.issuer().token());
		assertThatThrownBy(() -> say("/posts?ticket=" + ticket, headers)).hasMessageContaining("400");
	}

	@Test
	void isGoodForNothingElse() {
		this.client.get()
			.uri("/post/feed?ticket=" + ticket(this.mesh.issuer().token()))
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	@Test
	void endsWithItsSession() {
		String session = UUID.randomUUID().toString();
		String token = this.mesh.issuer().token((claims) -> claims.claim("sid", session));
		String ticket = ticket(token);
		this.mesh.revoke(UUID.fromString(session));
		Awaitility.await()
			.untilAsserted(() -> this.client.get()
				.uri("/post/feed")
				.header("X-Auth", token)
				.exchange()
				.expectStatus()
				.isUnauthorized());
		refuses("/posts?ticket=" + ticket, 401);
	}

	@Test
	void cannotBeHadWithoutATokenNorByAnotherMethod() {
		this.client.post().uri("/ws/ticket").exchange().expectStatus().isUnauthorized();
		this.client.get()
			.uri("/ws/ticket")
			.header("X-Auth", this.mesh.issuer().token())
			.exchange()
			.expectStatus()
			.isEqualTo(405)
			.expectHeader()
			.valueEquals("Allow", "POST");
	}

	@Test
	void cannotBeHadWithoutRedis() {
		String ticket = ticket(this.mesh.issuer().token());
		Backing.redis().stop();
		try {
			this.client.post()
				.uri("/ws/ticket")
				.header("X-Auth", this.mesh.issuer().token())
				.exchange()
				.expectStatus()
				.isEqualTo(503)
				.expectHeader()
				.valueEquals("Retry-After", "1");
			refuses("/posts?ticket=" + ticket, 503);
		}
		finally {
			Backing.redis().start();
		}
		Awaitility.await().ignoreExceptions().until(() -> !ticket(this.mesh.issuer().token()).isEmpty());
	}

	private String ticket(String token) {
		Map<String, Object> issued = this.client.post()
			.uri("/ws/ticket")
			.header("X-Auth", token)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Cache-Control", "no-store")
			.expectBody(JSON)
			.returnResult()
			.getResponseBody();
		assertThat(issued).containsEntry("expires_in", 30);
		String ticket = (String) Objects.requireNonNull(issued).get("ticket");
		assertThat(ticket).hasSize(43);
		return Objects.requireNonNull(ticket);
	}

	private void refuses(String path, int status) {
		assertThatThrownBy(() -> say(path, new HttpHeaders())).hasMessageContaining(Integer.toString(status));
	}

	private String say(String path, HttpHeaders headers) {
		var heard = new AtomicReference<String>();
		new ReactorNettyWebSocketClient()
			.execute(URI.create("ws://localhost:%d%s".formatted(this.port, path)), headers,
					(session) -> session.send(Mono.just(session.textMessage("hello")))
						.thenMany(
								session.receive().map(WebSocketMessage::getPayloadAsText).take(1).doOnNext(heard::set))
						.then(session.close()))
			.block(Duration.ofSeconds(10));
		return Objects.requireNonNull(heard.get());
	}

}
