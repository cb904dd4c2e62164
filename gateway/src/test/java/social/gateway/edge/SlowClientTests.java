package social.gateway.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients that take their time, so that others have none. */
@GatewayTest
@TestPropertySource(properties = { "gateway.edge.read-timeout=1s", "gateway.edge.request-timeout=2s" })
class SlowClientTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final String HEAD = "POST /post/create HTTP/1.1\r\nHost: a\r\n";

	private final List<Socket> sockets = new ArrayList<>();

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@LocalServerPort
	private int port;

	@AfterEach
	void close() throws IOException {
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	@Test
	void areCutOffThoughEachSendsALetterOfItsHeaderNowAndThen() throws IOException {
		for (int number = 0; number < 300; number++) {
			say(connect(), HEAD + "X-Slow: ");
		}
		long deadline = System.nanoTime() + SOON.toNanos();
		Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(250)).until(() -> {
			this.client.get()
				.uri("/post/feed")
				.header("X-Auth", this.mesh.issuer().token())
				.exchange()
				.expectStatus()
				.isOk();
			return this.sockets.stream().filter((socket) -> !isCut(socket)).toList().isEmpty();
		});
		assertThat(System.nanoTime()).isLessThan(deadline);
	}

	@Test
	void areCutOffIfTheySayNothing() throws IOException {
		Socket silent = connect();
		Awaitility.await().atMost(SOON).until(() -> isCut(silent));
	}

	@Test
	void areAnsweredNoLaterThoughTheyStopInTheMiddleOfABody() throws IOException {
		Socket slow = connect();
		say(slow, HEAD + "Content-Length: 100\r\nX-Auth: " + this.mesh.issuer().token() + "\r\n\r\n{");
		slow.setSoTimeout((int) SOON.toMillis());
		assertThat(new String(slow.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
			.isEqualTo("HTTP/1.1 408");
	}

	@Test
	void areAnsweredNoLaterThoughTheBeginningCameWithAnotherRequest() throws IOException {
		Socket slow = connect();
		slow.setSoTimeout((int) SOON.toMillis());
		say(slow, "GET /favicon.ico HTTP/1.1\r\nHost: a\r\n\r\n" + HEAD + "Content-Length: 100\r\nX-Auth: "
				+ this.mesh.issuer().token() + "\r\n\r\n");
		assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
			.contains("HTTP/1.1 408");
	}

	@Test
	void areCutOffAtTheSecondRequestToo() throws IOException {
		Socket slow = connect();
		say(slow, "GET /docs HTTP/1.1\r\nHost: a\r\n\r\n");
		Awaitility.await().atMost(SOON).until(() -> slow.getInputStream().available() > 0);
		Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(250)).until(() -> isCut(slow));
	}

	@Test
	void mayBeSlowBetweenRequests() throws IOException {
		Socket patient = connect();
		for (int request = 0; request < 2; request++) {
			say(patient, "GET /favicon.ico HTTP/1.1\r\nHost: a\r\n\r\n");
			Awaitility.await().atMost(SOON).until(() -> patient.getInputStream().available() > 0);
			patient.getInputStream().readNBytes(patient.getInputStream().available());
			Awaitility.await().pollDelay(Duration.ofMillis(2500)).until(() -> true);
		}
	}

	private Socket connect() throws IOException {
		var socket = new Socket("127.0.0.1", this.port);
		socket.setSoTimeout(1);
		this.sockets.add(socket);
		return socket;
	}

	/** A letter more; fails where nobody listens any more. */
	private static boolean isCut(Socket socket) {
		try {
			OutputStream out = socket.getOutputStream();
			out.write('x');
			out.flush();
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	private static void say(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
	}

}
