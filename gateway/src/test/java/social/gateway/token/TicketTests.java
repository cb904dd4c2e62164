package social.gateway.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

	@ParameterizedTest
	@CsvSource({ "GET, /post/feed", "POST, /post/create", "POST, /ws/ticket", "POST, /posts",
			"POST, /logout?everywhere=true" })
	void isGoodForNothingElseThoughTheRequestAsksForASocket(HttpMethod method, String path) {
		String ticket = ticket(this.mesh.issuer().token());
		this.client.method(method)
			.uri(path + (path.contains("?") ? "&" : "?") + "ticket=" + ticket)
			.header("Connection", "Upgrade")
			.header("Upgrade", "websocket")
			.exchange()
			.expectStatus()
			.isUnauthorized();
		assertThat(this.mesh.posts().seen()).isEmpty();
		assertThat(this.mesh.users().seen()).isEmpty();
	}

	@Test
	void leavesTheRestOfTheAddressAsItIs() {
		say("/posts?a=b=c&ticket=" + ticket(this.mesh.issuer().token()) + "&since=7", new HttpHeaders());
		assertThat(this.mesh.sockets().last().uri()).isEqualTo("/posts?a=b=c&since=7");
	}

	@Test
	void endsWithItsToken() {
		Instant expiry = Instant.now().minusSeconds(5);
		String tolerated = this.mesh.issuer()
			.token((claims) -> claims.issueTime(Date.from(expiry.minusSeconds(60))).expirationTime(Date.from(expiry)));
		refuses("/posts?ticket=" + ticket(tolerated), 401);
	}

	@Test
	void endsWithItsKey() {
		String token = this.mesh.issuer().token();
		String ticket = ticket(token);
		this.mesh.publish(new Issuer("key-2").keySet());
		await(token, HttpStatus.UNAUTHORIZED);
		refuses("/posts?ticket=" + ticket, 401);
		this.mesh.publish(this.mesh.issuer().keySet());
		await(token, HttpStatus.OK);
	}

	@Test
	void endsWithItsSession() {
		String session = UUID.randomUUID().toString();
		String token = this.mesh.issuer().token((claims) -> claims.claim("sid", session));
		String ticket = ticket(token);
		this.mesh.revoke(UUID.fromString(session));
		await(token, HttpStatus.UNAUTHORIZED);
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

	@Test
	void isJsonWhateverTheClientAccepts() {
		this.client.post()
			.uri("/ws/ticket")
			.header("X-Auth", this.mesh.issuer().token())
			.header("Accept", "text/plain")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON);
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

	private void await(String token, HttpStatus status) {
		Awaitility.await()
			.untilAsserted(() -> this.client.get()
				.uri("/post/feed")
				.header("X-Auth", token)
				.exchange()
				.expectStatus()
				.isEqualTo(status));
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
