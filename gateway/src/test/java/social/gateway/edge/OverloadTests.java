package social.gateway.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import io.netty.util.concurrent.EventExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.ReactorResourceFactory;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Requests that come faster than the gateway can look at them. */
@GatewayTest
class OverloadTests {

	private static final int FLOOD = 10_000;

	// longer than a request may wait
	private static final Duration LONG = Duration.ofSeconds(6);

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private ReactorResourceFactory resources;

	@LocalServerPort
	private int port;

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@Test
	void areToldToComeAgainIfTheyHaveWaitedForLong() throws IOException {
		try (Socket fresh = connect(); Socket used = connect()) {
			assertThat(ask(used)).first().isEqualTo("HTTP/1.1 200 OK");
			beBusy(LONG);
			say(fresh);
			say(used);
			assertThat(answer(fresh)).contains("HTTP/1.1 503 Service Unavailable").anyMatch(OverloadTests::tellsWhen);
			assertThat(answer(used)).contains("HTTP/1.1 503 Service Unavailable").anyMatch(OverloadTests::tellsWhen);
			assertThat(ask(fresh)).first().isEqualTo("HTTP/1.1 200 OK");
		}
	}

	@Test
	void doNotQueueByTheThousandToBeLetIn() throws IOException {
		beBusy(Duration.ofSeconds(1));
		var queue = new ArrayList<Socket>();
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> {
			for (int number = 0; number < 600; number++) {
				var socket = new Socket();
				queue.add(socket);
				socket.connect(new InetSocketAddress("127.0.0.1", this.port), 100);
			}
		});
		for (Socket socket : queue) {
			socket.close();
		}
	}

	@Test
	void leaveNothingBehindOnceTheyAreAnswered() throws IOException {
		refuse(500);
		long before = memory();
		refuse(FLOOD);
		assertThat(memory() - before).isLessThan(FLOOD * 1000L);
	}

	/** As long as it has waited. */
	private static boolean tellsWhen(String line) {
		return line.matches("Retry-After: [678]");
	}

	/** Has many be answered that they need a token. */
	private void refuse(int requests) throws IOException {
		byte[] all = "GET /post/feed HTTP/1.1\r\nHost: a\r\n\r\n".repeat(requests).getBytes(StandardCharsets.US_ASCII);
		try (Socket socket = connect()) {
			var sent = CompletableFuture.runAsync(() -> write(socket, all));
			var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			assertThat(lines.lines().filter((line) -> line.contains("HTTP/1.1 ")).limit(requests)).hasSize(requests);
			assertThat(sent).succeedsWithin(Duration.ofSeconds(1));
		}
	}

	/** Bytes that are in use. */
	private static long memory() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/** All that read requests do something else. */
	private void beBusy(Duration time) {
		for (EventExecutor loop : this.resources.getLoopResources().onServer(true)) {
			loop.execute(() -> LockSupport.parkNanos(time.toNanos()));
		}
	}

	private List<String> ask(Socket socket) throws IOException {
		say(socket);
		return answer(socket);
	}

	private void say(Socket socket) {
		write(socket, "GET /post/feed HTTP/1.1\r\nHost: a\r\nX-Auth: %s\r\n\r\n".formatted(this.mesh.issuer().token())
			.getBytes(StandardCharsets.US_ASCII));
	}

	private static void write(Socket socket, byte[] bytes) {
		try {
			socket.getOutputStream().write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> answer(Socket socket) throws IOException {
		var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
		List<String> head = lines.lines().takeWhile((line) -> !line.isEmpty()).toList();
		int length = head.stream()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("content-length: "))
			.mapToInt((line) -> Integer.parseInt(line.substring("content-length: ".length())))
			.findFirst()
			.orElseThrow();
		lines.skip(length);
		return head;
	}

	private Socket connect() throws IOException {
		var socket = new Socket("127.0.0.1", this.port);
		socket.setSoTimeout(10_000);
		return socket;
	}

}
