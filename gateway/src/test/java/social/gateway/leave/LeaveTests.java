package social.gateway.leave;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.SingleThreadEventExecutor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.server.WebsocketServerSpec;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@GatewayTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@TestPropertySource(properties = { "gateway.leave.patience=5s", "gateway.leave.farewell=100ms" })
class LeaveTests {

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private Leave leave;

	@Autowired
	private Door door;

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@Test
	void letsEachConnectionHaveOneMoreAnswer() throws Exception {
		this.mesh.users().answers((response) -> response.status(204).send());
		try (var open = new Socket("localhost", this.port)) {
			open.setSoTimeout(10_000);
			assertThat(ask(open)).contains("HTTP/1.1 204").doesNotContainIgnoringCase("connection: close");
			var stopped = CompletableFuture.runAsync(this.leave::stop);
			Awaitility.await()
				.untilAsserted(() -> assertThatExceptionOfType(ConnectException.class)
					.isThrownBy(() -> new Socket("localhost", this.port).close()));
			assertThat(stopped).isNotDone();
			assertThat(ask(open)).contains("HTTP/1.1 204").containsIgnoringCase("connection: close");
			assertThat(open.getInputStream().read()).isEqualTo(-1);
			assertThat(stopped).succeedsWithin(Duration.ofSeconds(2));
			new Socket("localhost", this.managementPort).close();
		}
	}

	@Test
	void letsInWhomTheKernelHasOpenedTo() throws Exception {
		this.mesh.users().answers((response) -> response.status(204).send());
		var busy = new CountDownLatch(1);
		var loop = (SingleThreadEventExecutor) Objects.requireNonNull(this.door.server()).channel().eventLoop();
		loop.submit(() -> busy.await(10, TimeUnit.SECONDS));
		try (var waits = new Socket("localhost", this.port)) {
			waits.setSoTimeout(10_000);
			var leaver = Thread.ofPlatform().start(this.leave::stop);
			Awaitility.await().until(() -> leaver.getState() == Thread.State.WAITING);
			busy.countDown();
			// it is let in before it can be told
			Awaitility.await()
				.untilAsserted(() -> assertThat(ask(waits)).contains("HTTP/1.1 204")
					.containsIgnoringCase("connection: close"));
			assertThat(leaver.join(Duration.ofSeconds(10))).isTrue();
		}
	}

	@Test
	void tellsEachSocketThatItGoesAway() {
		this.mesh.sockets()
			.answers((response) -> response.sendWebsocket((in, out) -> out.sendString(in.receive().asString()),
					WebsocketServerSpec.builder().build()));
		var headers = new HttpHeaders();
		headers.add("X-Auth", this.mesh.issuer().token());
		var open = new CompletableFuture<Void>();
		var code = new CompletableFuture<CloseStatus>();
		new ReactorNettyWebSocketClient()
			.execute(URI.create("ws://localhost:%d/posts".formatted(this.port)), headers, (session) -> {
				open.complete(null);
				session.closeStatus().subscribe(code::complete);
				return session.receive().then();
			})
			.subscribe();
		assertThat(open).succeedsWithin(Duration.ofSeconds(10));
		this.leave.stop();
		assertThat(code).succeedsWithin(Duration.ofSeconds(2)).isEqualTo(CloseStatus.GOING_AWAY);
	}

	/** The head of the answer. */
	private static String ask(Socket socket) throws Exception {
		socket.getOutputStream()
			.write("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"
				.getBytes(StandardCharsets.US_ASCII));
		var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
		var head = new StringBuilder();
		for (String line = answer.readLine(); line != null && !line.isEmpty(); line = answer.readLine()) {
			head.append(line).append('\n');
		}
		return head.toString();
	}

}
