package social.gateway.edge;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whose pages may ask, and what browsers are told. */
@GatewayTest
@TestPropertySource(properties = "gateway.edge.origins=https://app.example,http://localhost:3000")
class OriginTests {

	private static final String APP = "https://app.example";

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@LocalServerPort
	private int port;

	@BeforeEach
	void echo() {
		this.mesh.sockets().answers((response) -> response.sendWebsocket((in, out) -> out.sendClose()));
	}

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@Test
	void answersABrowserThatAsksForAPageThatIsWelcome() {
		this.client.options()
			.uri("/post/create")
			.header("Origin", APP)
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "x-auth, content-type")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", APP)
			.expectHeader()
			.valueEquals("Access-Control-Max-Age", "3600");
		this.client.get()
			.uri("/post/feed")
			.header("Origin", APP)
			.header("X-Auth", this.mesh.issuer().token())
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", APP)
			.expectHeader()
			.value("Access-Control-Expose-Headers", (names) -> assertThat(names).contains("X-Request-Id", "Link"));
	}

	@Test
	void letsPagesThatAreWelcomeReadWhyTheyAreRefused() {
		this.mesh.posts().answers(503, "{}");
		for (String token : new String[] { "expired", this.mesh.issuer().token() }) {
			this.client.get()
				.uri("/post/feed")
				.header("Origin", APP)
				.header("X-Auth", token)
				.exchange()
				.expectStatus()
				.value((status) -> assertThat(status).isIn(401, 503))
				.expectHeader()
				.valueEquals("Access-Control-Allow-Origin", APP);
		}
	}

	@Test
	void tellsABrowserNothingForOtherPages() {
		this.client.options()
			.uri("/post/create")
			.header("Origin", "https://evil.example")
			.header("Access-Control-Request-Method", "POST")
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.doesNotExist("Access-Control-Allow-Origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "null", "https://app.example.evil", "http://app.example",
			"not an origin" })
	void opensNoSocketForOtherPages(String origin) {
		assertThatThrownBy(() -> connect(origin)).hasMessageContaining("403");
		assertThat(this.mesh.sockets().seen()).isEmpty();
	}

	@Test
	void opensSocketsForPagesThatAreWelcomeAndForItsOwn() {
		connect(APP);
		connect("http://localhost:3000");
		connect("http://localhost:" + this.port);
		assertThat(this.mesh.sockets().seen()).hasSize(3);
	}

	@Test
	void tellsBrowsersWhatNotToDoWhoeverAnswers() {
		for (String path : new String[] { "/post/feed", "/nowhere", "/docs" }) {
			this.client.get()
				.uri(path)
				.header("X-Auth", this.mesh.issuer().token())
				.exchange()
				.expectHeader()
				.valueEquals("X-Content-Type-Options", "nosniff")
				.expectHeader()
				.valueEquals("X-Frame-Options", "DENY")
				.expectHeader()
				.valueEquals("Referrer-Policy", "no-referrer")
				.expectHeader()
				.value("Content-Security-Policy", (policy) -> assertThat(policy).contains("frame-ancestors 'none'"));
		}
	}

	private void connect(String origin) {
		var headers = new HttpHeaders();
		headers.add("Origin", origin);
		headers.add("X-Auth", this.mesh.issuer().token());
		new ReactorNettyWebSocketClient()
			.execute(URI.create("ws://localhost:%d/posts".formatted(this.port)), headers, WebSocketSession::close)
			.block(Duration.ofSeconds(10));
	}

}
