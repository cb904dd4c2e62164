package social.gateway.edge;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.HexFormat;
import java.util.Queue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** With the profile tracing a request is one trace from the client to the service. */
@GatewayTest
@ActiveProfiles("tracing")
class TracingTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final Queue<String> spans = new ConcurrentLinkedQueue<>();

	private static final DisposableServer collector = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> request.receive()
			.aggregate()
			.asByteArray()
			.doOnNext((bytes) -> spans.add(HexFormat.of().formatHex(bytes)))
			.then(response.send()))
		.bindNow();

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@DynamicPropertySource
	static void collector(DynamicPropertyRegistry registry) {
		registry.add("management.opentelemetry.tracing.export.otlp.endpoint",
				() -> "http://127.0.0.1:%d/v1/traces".formatted(collector.port()));
		registry.add("management.opentelemetry.tracing.export.schedule-delay", () -> "100ms");
	}

	@AfterAll
	static void stop() {
		collector.disposeNow();
	}

	@Test
	void goesOnWithTheTraceOfTheClient() {
		this.client.get()
			.uri("/post/feed")
			.header("X-Auth", this.mesh.issuer().token())
			.header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE))
			.exchange()
			.expectStatus()
			.isOk();
		assertThat(this.mesh.posts().last().headers().getAll("traceparent")).singleElement()
			.asString()
			.startsWith("00-" + TRACE)
			.doesNotContain("00f067aa0ba902b7");
		await().atMost(Duration.ofSeconds(30)).until(() -> spans.stream().anyMatch((some) -> some.contains(TRACE)));
	}

}
