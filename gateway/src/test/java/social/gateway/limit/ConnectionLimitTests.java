package social.gateway.limit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
@TestPropertySource(properties = "gateway.limit.connections=3")
class ConnectionLimitTests {

	// nobody else's
	private final String address = "127.0.%d.1".formatted(ThreadLocalRandom.current().nextInt(1, 256));

	private final List<Socket> open = new ArrayList<>();

	@Autowired
	private FakeMesh mesh;

	@LocalServerPort
	private int port;

	@BeforeEach
	void services() {
		this.mesh.users().answers((response) -> response.status(204).send());
	}

	@AfterEach
	void reset() throws IOException {
		for (Socket socket : this.open) {
			socket.close();
		}
		this.mesh.reset();
	}

	@Test
	void tellsOneTooManyThatItIsAndEndsIt() throws IOException {
		connectAllThatMay();
		assertThat(askAndHearOut(connect())).startsWith("HTTP/1.1 429")
			.containsIgnoringCase("connection: close")
			.containsIgnoringCase("retry-after: ")
			.contains("address: too many connections at once (expected: at most 3)");
		assertThat(ask(this.open.getFirst())).startsWith("HTTP/1.1 204");
	}

	@Test
	void letsAnotherInForOneThatEnds() throws IOException {
		connectAllThatMay();
		assertThat(ask(connect())).startsWith("HTTP/1.1 429");
		this.open.getFirst().close();
		Awaitility.await().untilAsserted(() -> assertThat(ask(connect())).startsWith("HTTP/1.1 204"));
	}

	@Test
	void endsOneTooManyThatSaysNothing() throws IOException {
		connectAllThatMay();
		assertThat(connect().getInputStream().read()).isEqualTo(-1);
		assertThat(ask(this.open.getFirst())).startsWith("HTTP/1.1 204");
	}

	private void connectAllThatMay() throws IOException {
		for (int i = 0; i < 3; i++) {
			assertThat(ask(connect())).startsWith("HTTP/1.1 204");
		}
	}

	private Socket connect() throws IOException {
		var socket = new Socket("127.0.0.1", this.port, InetAddress.getByName(this.address), 0);
		socket.setSoTimeout(4_000);
		this.open.add(socket);
		return socket;
	}

	/** The first line of the answer, and what came with it. */
	private static String ask(Socket socket) throws IOException {
		send(socket);
		var answer = new byte[1024];
		int length = socket.getInputStream().read(answer);
		return new String(answer, 0, Math.max(length, 0), StandardCharsets.UTF_8);
	}

	/** All that comes until the connection ends. */
	private static String askAndHearOut(Socket socket) throws IOException {
		send(socket);
		return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	private static void send(Socket socket) throws IOException {
		socket.getOutputStream()
			.write("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"
				.getBytes(StandardCharsets.US_ASCII));
	}

}
