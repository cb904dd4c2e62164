package social.gateway.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

import io.netty.util.concurrent.EventExecutor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.context.TestPropertySource;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Requests that come faster than the gateway can look at them. */
@GatewayTest
@TestPropertySource(properties = { "gateway.edge.longest-wait=500ms", "gateway.edge.backlog=4" })
class OverloadTests {

	private static final Duration BUSY = Duration.ofSeconds(2);

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private ReactorResourceFactory resources;

	@LocalServerPort
	private int port;

	@Test
	void areToldToComeAgainIfTheyHaveWaitedForLong() throws IOException {
		try (Socket fresh = connect(); Socket used = connect()) {
			assertThat(ask(used)).first().isEqualTo("HTTP/1.1 200 OK");
			beBusy();
			say(fresh);
			say(used);
			assertThat(answer(fresh)).contains("HTTP/1.1 503 Service Unavailable", "Retry-After: 2");
			assertThat(answer(used)).contains("HTTP/1.1 503 Service Unavailable", "Retry-After: 2");
			assertThat(ask(fresh)).first().isEqualTo("HTTP/1.1 200 OK");
		}
	}

	@Test
	void doNotQueueByTheThousandToBeLetIn() throws IOException {
		beBusy();
		var queue = new ArrayList<Socket>();
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> {
			for (int number = 0; number < 10; number++) {
				var socket = new Socket();
				queue.add(socket);
				socket.connect(new InetSocketAddress("127.0.0.1", this.port), 100);
			}
		});
		for (Socket socket : queue) {
			socket.close();
		}
	}

	/** All that read requests do something else. */
	private void beBusy() {
		for (EventExecutor loop : this.resources.getLoopResources().onServer(true)) {
			loop.execute(() -> LockSupport.parkNanos(BUSY.toNanos()));
		}
	}

	private List<String> ask(Socket socket) throws IOException {
		say(socket);
		return answer(socket);
	}

	private void say(Socket socket) throws IOException {
		socket.getOutputStream()
			.write("GET /post/feed HTTP/1.1\r\nHost: a\r\nX-Auth: %s\r\n\r\n".formatted(this.mesh.issuer().token())
				.getBytes(StandardCharsets.US_ASCII));
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
