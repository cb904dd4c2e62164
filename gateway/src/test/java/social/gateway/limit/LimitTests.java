package social.gateway.limit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import social.backing.Backing;
import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

/** How often one may ask. Clients have addresses here by the word of a proxy. */
@GatewayTest
@TestPropertySource(
		properties = { "gateway.limit.patience=150ms", "gateway.limit.user=20 in 4s", "gateway.limit.address=40 in 1h",
				"gateway.limit.login=4 in 1h", "gateway.limit.register=2 in 1h", "gateway.limit.fine=16",
				"gateway.limit.requests=5", "gateway.limit.bodies=3", "gateway.limit.proxies=127.0.0.1" })
class LimitTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final String address = "203.0.113." + ThreadLocalRandom.current().nextInt(1, 1_000_000);

	private final String user = UUID.randomUUID().toString();

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@Autowired
	private MeterRegistry metrics;

	@Autowired
	private ReactiveStringRedisTemplate redis;

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@Test
	void refusesAUserWhoAsksTooOftenFromWherever() {
		double before = this.metrics.counter("social.edge.refused", "cause", "limit-user").count();
		long begun = System.nanoTime();
		Map<Integer, Long> answers = count(60, this::askFromElsewhere);
		long newer = 5 * Duration.ofNanos(System.nanoTime() - begun).plusSeconds(1).toSeconds();
		assertThat(answers).containsOnlyKeys(200, 429);
		assertThat(answers.get(200)).isBetween(20L, 22 + newer);
		assertThat(this.metrics.counter("social.edge.refused", "cause", "limit-user").count())
			.isBetween(before + 38 - newer, before + 40);
	}

	@Test
	void saysWhenToComeAgain() {
		// more than all that a gateway would let in by itself, did Redis hesitate
		Stream.generate(this::askFromElsewhere)
			.limit(100)
			.filter((answer) -> status(answer) == 429)
			.findFirst()
			.orElseThrow()
			.expectHeader()
			.valueEquals("Retry-After", "1")
			.expectHeader()
			.valueEquals("RateLimit-Policy", "\"user\";q=20;w=4")
			.expectHeader()
			.valueEquals("RateLimit", "\"user\";r=0;t=1")
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo(429)
			.jsonPath("$.message")
			.isEqualTo("user: too many requests (expected: at most 20 in 4 s)");
		Awaitility.await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> askFromElsewhere().expectStatus().isOk());
	}

	@Test
	void letsOtherUsersIn() {
		count(60, this::askFromElsewhere);
		ask(UUID.randomUUID().toString(), this.address).expectStatus().isOk();
	}

	@Test
	void refusesAnAddressThatAsksTooOftenWithWhateverToken() {
		Map<Integer, Long> answers = count(60,
				() -> this.client.get()
					.uri("/post/feed")
					.header("X-Auth", "forged")
					.header("X-Forwarded-For", "198.51.100.1, " + this.address)
					.exchange());
		assertThat(answers).containsOnlyKeys(401, 429);
		assertThat(answers.get(401)).isBetween(40L, 45L);
	}

	@Test
	void refusesWhoLogsInOrRegistersTooOften() {
		assertThat(count(6, () -> post("/login"))).isEqualTo(Map.of(200, 4L, 429, 2L));
		assertThat(count(6, () -> post("/user/register"))).isEqualTo(Map.of(200, 2L, 429, 4L));
		assertThat(this.mesh.users().seen()).hasSize(6);
	}

	@Test
	void countsALoginHoweverItsPathIsSpelled() {
		assertThat(count(6, () -> post("/%6Cogin"))).isEqualTo(Map.of(200, 4L, 429, 2L));
		assertThat(count(6, () -> post("/user/re%67ister"))).isEqualTo(Map.of(200, 2L, 429, 4L));
	}

	@Test
	void countsANetworkOfVersion6AsOneAddress() {
		String network = "2001:db8:%x:%x::".formatted(ThreadLocalRandom.current().nextInt(65_536),
				ThreadLocalRandom.current().nextInt(65_536));
		Map<Integer, Long> answers = count(60,
				() -> ask(UUID.randomUUID().toString(), network + ThreadLocalRandom.current().nextInt(1, 9999)));
		assertThat(answers).containsOnlyKeys(200, 429);
	}

	@Test
	void refusesNobodyWhoComesAtOnceWithAsManyAsMay() {
		assertThat(Flux.range(0, 30).flatMap((number) -> feed(UUID.randomUUID().toString()), 30).collectList().block())
			.containsOnly(200);
	}

	@Test
	void letsAUserHaveOnlySoManyRequestsUnderWay() {
		Sinks.Empty<Void> gate = Sinks.empty();
		this.mesh.posts().answers((response) -> gate.asMono().then(response.send()));
		var answers = Flux.range(0, 5).flatMap((number) -> feed(this.user), 5).collectList().toFuture();
		Awaitility.await().until(() -> this.mesh.posts().seen().size() == 5);
		askFromElsewhere().expectStatus()
			.isEqualTo(429)
			.expectHeader()
			.valueEquals("Retry-After", "1")
			.expectBody()
			.jsonPath("$.message")
			.isEqualTo("user: too many requests at once (expected: at most 5)");
		var other = feed(UUID.randomUUID().toString()).toFuture();
		Awaitility.await().until(() -> this.mesh.posts().seen().size() == 6);
		gate.tryEmitEmpty();
		assertThat(answers).succeedsWithin(SOON).satisfies((all) -> assertThat(all).hasSize(5).containsOnly(200));
		assertThat(other).succeedsWithin(SOON).isEqualTo(200);
		Awaitility.await().untilAsserted(() -> askFromElsewhere().expectStatus().isOk());
	}

	@Test
	void letsAnAddressHaveOnlySoManyBodiesUnderWay() throws IOException {
		var slow = new ArrayList<Socket>();
		for (int number = 0; number < 3; number++) {
			slow.add(begin("/token/refresh"));
		}
		Awaitility.await()
			.untilAsserted(() -> refresh(this.address).expectStatus()
				.isEqualTo(429)
				.expectHeader()
				.valueEquals("Retry-After", "1"));
		refresh("203.0.113.7").expectStatus().isOk();
		ask(this.user, this.address).expectStatus().isOk();
		for (Socket socket : slow) {
			socket.close();
		}
		Awaitility.await().untilAsserted(() -> refresh(this.address).expectStatus().isOk());
	}

	@Test
	void makesWaitLongerForEachLoginThatFails() {
		this.mesh.users().answers(400, "{\"message\":\"wrong\",\"request_id\":\"r\",\"code\":400}");
		// the second takes what is left, and more
		assertThat(count(5, () -> post("/login"))).isEqualTo(Map.of(400, 2L, 429, 3L));
		post("/login").expectHeader()
			.value("Retry-After", (seconds) -> assertThat(Long.parseLong(seconds)).isBetween(3600 / 4 + 1L, 3600L));
	}

	@Test
	void forgivesFailuresBeforeALogin() {
		post("/login").expectStatus().isOk();
		this.mesh.users().answers(404, "{\"message\":\"nobody\",\"request_id\":\"r\",\"code\":404}");
		post("/login").expectStatus().isNotFound();
		String failures = "limit:login:" + this.address + ":failures";
		Awaitility.await().until(() -> "1".equals(this.redis.opsForValue().get(failures).block()));
		this.mesh.users().answers(200, "{\"token\":\"t\"}");
		post("/login").expectStatus().isOk();
		Awaitility.await().until(() -> !Boolean.TRUE.equals(this.redis.hasKey(failures).block()));
	}

	@Test
	void decidesSoonWhenRedisHangs() {
		post("/login").expectStatus().isOk();
		askFromElsewhere().expectStatus().isOk();
		pause(Duration.ofSeconds(3));
		for (int round = 0; round < 3; round++) {
			assertThat(millis(
					() -> post("/login").expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "1")))
				.isLessThan(400);
		}
		long begun = System.nanoTime();
		Map<Integer, Long> answers = count(40, this::askFromElsewhere);
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(2500));
		assertThat(answers.get(200)).isBetween(20L, 35L);
		WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.managementPort)
			.build()
			.get()
			.uri("/actuator/health")
			.exchange()
			.expectStatus()
			.isOk();
		Awaitility.await().atMost(Duration.ofSeconds(6)).until(() -> status(post("/login")) != 503);
	}

	@Test
	void goesOnAloneWithoutRedis() {
		Backing.redis().stop();
		try {
			assertThat(status(post("/login"))).isEqualTo(503);
			Map<Integer, Long> answers = count(40, this::askFromElsewhere);
			assertThat(answers).containsOnlyKeys(200, 429);
			assertThat(answers.get(200)).isBetween(20L, 35L);
		}
		finally {
			Backing.redis().start();
		}
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> status(post("/login")) != 503);
	}

	/** Has Redis answer nobody for a while, as a stopped process would. */
	private void pause(Duration time) {
		String text = "AUTH %s\r\nCLIENT PAUSE %d ALL\r\n".formatted(Backing.LOGIN.password(), time.toMillis());
		try (var socket = new Socket("127.0.0.1", Backing.redis().port())) {
			socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
			assertThat(socket.getInputStream().readNBytes(10)).isEqualTo("+OK\r\n+OK\r\n".getBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ResponseSpec askFromElsewhere() {
		return ask(this.user, "2001:db8:0:%x::1".formatted(ThreadLocalRandom.current().nextInt(65_536)));
	}

	private ResponseSpec ask(String user, String address) {
		String token = this.mesh.issuer().token((claims) -> claims.subject(user));
		return this.client.get()
			.uri("/post/feed")
			.header("X-Auth", token)
			.header("X-Forwarded-For", address)
			.exchange();
	}

	private Mono<Integer> feed(String user) {
		String token = this.mesh.issuer().token((claims) -> claims.subject(user));
		return HttpClient.newConnection()
			.headers((headers) -> headers.set("X-Auth", token).set("X-Forwarded-For", this.address))
			.get()
			.uri("http://localhost:%d/post/feed".formatted(this.port))
			.response()
			.map((response) -> response.status().code());
	}

	private ResponseSpec post(String path) {
		return this.client.post()
			.uri(URI.create("http://localhost:%d%s".formatted(this.port, path)))
			.header("X-Forwarded-For", this.address)
			.exchange();
	}

	private ResponseSpec refresh(String address) {
		return this.client.post().uri("/token/refresh").header("X-Forwarded-For", address).bodyValue("{}").exchange();
	}

	/** Sends the beginning of a request. */
	private Socket begin(String path) throws IOException {
		var socket = new Socket("127.0.0.1", this.port);
		socket.getOutputStream()
			.write("POST %s HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: %s\r\nContent-Length: 9\r\n\r\n{"
				.formatted(path, this.address)
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static long millis(Runnable work) {
		long begun = System.nanoTime();
		work.run();
		return Duration.ofNanos(System.nanoTime() - begun).toMillis();
	}

	private static Map<Integer, Long> count(int times, Supplier<ResponseSpec> ask) {
		List<Integer> answers = IntStream.range(0, times).mapToObj((number) -> status(ask.get())).toList();
		return answers.stream().collect(Collectors.groupingBy((status) -> status, Collectors.counting()));
	}

	private static int status(ResponseSpec answer) {
		return answer.returnResult(String.class).getStatus().value();
	}

}
