package social.gateway.edge;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import social.gateway.FakeMesh;
import social.gateway.FakeService;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class ResilienceTests {

	private static final Function<HttpServerResponse, Publisher<Void>> BREAK_OFF = (response) -> {
		response.withConnection((connection) -> connection.channel().close());
		return Mono.never();
	};

	private static final String POSTS = "posts-service";

	private final FakeService second = new FakeService(POSTS);

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@LocalServerPort
	private int port;

	@BeforeEach
	void runTwo() {
		this.mesh.run(POSTS, this.mesh.posts(), this.second);
	}

	@AfterEach
	void runOne() {
		this.second.close();
		this.mesh.reset();
	}

	@Test
	void goesOnWithTheInstancesThatARegistryForgot() {
		this.mesh.run(POSTS);
		assertThat(ask(HttpMethod.GET, "/post/feed", 2)).containsOnly(200);
		assertThat(ask(HttpMethod.POST, "/post/create", 2)).containsOnly(200);
	}

	@Test
	void saysWhenToComeBackIfNoInstanceLives() {
		this.mesh.run(POSTS, this.second);
		this.second.close();
		isAway(ask(HttpMethod.GET, "/post/feed"));
		isAway(ask(HttpMethod.POST, "/post/create"));
	}

	@Test
	void readsElsewhereIfAnInstanceIsDead() {
		this.second.close();
		assertThat(ask(HttpMethod.GET, "/post/feed", 20)).containsOnly(200);
	}

	@Test
	void readsElsewhereIfAnInstanceBreaksOff() {
		this.second.answers(BREAK_OFF);
		assertThat(ask(HttpMethod.GET, "/post/feed", 10)).containsOnly(200);
		assertThat(this.second.seen()).isNotEmpty();
	}

	@Test
	void readsElsewhereIfAnInstanceIsUnavailable() {
		this.second.answers(503, "{}");
		assertThat(ask(HttpMethod.GET, "/post/feed", 10)).containsOnly(200);
		assertThat(this.second.seen()).isNotEmpty();
	}

	@Test
	void writesElsewhereIfAnInstanceCannotHaveGotIt() {
		this.second.close();
		assertThat(ask(HttpMethod.POST, "/post/create", 50)).containsOnly(200);
		assertThat(this.mesh.posts().seen()).hasSize(50);
	}

	@Test
	void leavesABrokenInstanceAloneAndNotItsService() {
		this.second.answers(BREAK_OFF);
		Awaitility.await().until(() -> {
			int asked = this.second.seen().size();
			return ask(HttpMethod.POST, "/post/create", 20).stream().allMatch((code) -> code == 200)
					&& this.second.seen().size() == asked;
		});
	}

	@Test
	void blamesNoInstanceForClientsThatBreakOff() throws IOException {
		this.mesh.run(POSTS, this.second);
		for (int number = 1; number <= 30; number++) {
			int begun = number;
			try (var socket = new Socket("127.0.0.1", this.port)) {
				socket.setSoLinger(true, 0);
				socket.getOutputStream()
					.write("POST /post/create HTTP/1.1\r\nHost: a\r\nX-Auth: %s\r\nContent-Length: 9\r\n\r\n{"
						.formatted(this.mesh.issuer().token())
						.getBytes(StandardCharsets.US_ASCII));
				Awaitility.await().until(() -> this.second.begun() == begun);
			}
		}
		assertThat(ask(HttpMethod.POST, "/post/create", 20)).containsOnly(200);
	}

	@Test
	void repeatsNoWrite() {
		this.second.answers(BREAK_OFF);
		assertThat(ask(HttpMethod.POST, "/post/create", 10)).containsOnly(200, 502);
		assertThat(this.mesh.posts().seen().size() + this.second.seen().size()).isEqualTo(10);
	}

	@Test
	void tellsOfAShortAnswerThatBreaksOff() {
		this.mesh.dialogs()
			.answers((response) -> response.header("Content-Type", "application/json")
				.header("Content-Length", "100")
				.sendString(Flux.concat(Mono.just("{\"half\":"), Mono.error(IOException::new))));
		ask(HttpMethod.POST, "/dialog/1/send").expectStatus()
			.isEqualTo(502)
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON)
			.expectBody()
			.jsonPath("$.half")
			.doesNotExist()
			.jsonPath("$.message")
			.exists();
	}

	@Test
	void leavesABrokenServiceAloneUntilItHadTimeToRecover() {
		this.mesh.dialogs().answers(BREAK_OFF);
		Awaitility.await().until(() -> ask(HttpMethod.POST, "/dialog/1/send", 1).contains(503));
		int asked = this.mesh.dialogs().seen().size();
		ask(HttpMethod.POST, "/dialog/1/send").expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.valueEquals("Retry-After", "2");
		assertThat(this.mesh.dialogs().seen()).hasSize(asked);
		this.mesh.dialogs().answers(200, "{}");
		Awaitility.await()
			.until(() -> ask(HttpMethod.POST, "/dialog/1/send", 20).stream().allMatch((code) -> code == 200));
	}

	@Test
	void letsManyWaitForASlowServiceAtOnce() {
		Sinks.Empty<Void> gate = Sinks.empty();
		this.mesh.users().answers((response) -> gate.asMono().then(response.send()));
		var codes = Flux.range(0, 100).flatMap((number) -> login(), 100).collectList().toFuture();
		Awaitility.await().until(() -> this.mesh.users().seen().size() == 100);
		gate.tryEmitEmpty();
		assertThat(codes).succeedsWithin(Duration.ofSeconds(10))
			.satisfies((all) -> assertThat(all).hasSize(100).containsOnly(200));
	}

	private Mono<Integer> login() {
		return HttpClient.newConnection()
			.post()
			.uri("http://localhost:%d/login".formatted(this.port))
			.response()
			.map((response) -> response.status().code());
	}

	private void isAway(ResponseSpec answer) {
		answer.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.valueEquals("Retry-After", "1")
			.expectBody()
			.jsonPath("$.message")
			.isEqualTo("Temporarily unavailable");
	}

	private List<Integer> ask(HttpMethod method, String path, int times) {
		return Stream.generate(() -> ask(method, path).returnResult(Void.class).getStatus().value())
			.limit(times)
			.toList();
	}

	private ResponseSpec ask(HttpMethod method, String path) {
		return this.client.method(method).uri(path).header("X-Auth", this.mesh.issuer().token()).exchange();
	}

}
