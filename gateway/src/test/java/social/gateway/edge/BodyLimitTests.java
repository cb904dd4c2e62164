package social.gateway.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class BodyLimitTests {

	private static final int LIMIT = 256 * 1024;

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@LocalServerPort
	private int port;

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@Test
	void letsABodyThroughThatIsJustSmallEnough() {
		post(LIMIT).expectStatus().isOk();
		stream(LIMIT / 1024).expectStatus().isOk();
		assertThat(this.mesh.users().seen()).hasSize(2).allSatisfy((seen) -> assertThat(seen.body()).hasSize(LIMIT));
	}

	@Test
	void refusesABodyThatDeclaresTooMuch() {
		refuses(post(LIMIT + 1));
	}

	@Test
	void refusesABodyThatGoesOnForTooLong() {
		refuses(stream(LIMIT / 1024 + 1));
	}

	@Test
	void cutsOffWhoGoesOnSendingARefusedBody() throws IOException {
		try (var socket = new Socket("127.0.0.1", this.port)) {
			assertThat(CompletableFuture.runAsync(() -> sendForLong(socket))).failsWithin(Duration.ofSeconds(10))
				.withThrowableThat()
				.withCauseInstanceOf(UncheckedIOException.class);
		}
	}

	/** 100 MiB, if they are taken. */
	private static void sendForLong(Socket socket) {
		byte[] chunk = "10000\r\n%s\r\n".formatted("x".repeat(65_536)).getBytes(StandardCharsets.US_ASCII);
		try {
			OutputStream out = socket.getOutputStream();
			out.write("POST /login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
				.getBytes(StandardCharsets.US_ASCII));
			for (int number = 0; number < 1600; number++) {
				out.write(chunk);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void refuses(ResponseSpec answer) {
		answer.expectStatus()
			.isEqualTo(413)
			.expectBody()
			.jsonPath("$.message")
			.isEqualTo("body: too large (expected: at most 262144 bytes)")
			.jsonPath("$.code")
			.isEqualTo(413);
		assertThat(this.mesh.users().seen()).isEmpty();
	}

	private ResponseSpec post(int size) {
		return this.client.post()
			.uri("/login")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(bytes(size))
			.exchange();
	}

	private ResponseSpec stream(int kilobytes) {
		Flux<DataBuffer> body = Flux.range(0, kilobytes)
			.map((number) -> DefaultDataBufferFactory.sharedInstance.wrap(bytes(1024)));
		return this.client.post()
			.uri("/login")
			.contentType(MediaType.APPLICATION_JSON)
			.body(BodyInserters.fromDataBuffers(body))
			.exchange();
	}

	private static byte[] bytes(int size) {
		byte[] bytes = new byte[size];
		Arrays.fill(bytes, (byte) 'x');
		return bytes;
	}

}
