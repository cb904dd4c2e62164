package social.gateway.socket;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import social.gateway.FakeMesh;
import social.gateway.FakeService;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A client has a socket when the service has it, and hears all that the service says. */
@GatewayTest
class SocketRoutingTests {

	private static final String SOCKETS = "websocket-service";

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final int FRAMES = 500;

	private final FakeService second = new FakeService(SOCKETS);

	private final List<String> heard = new CopyOnWriteArrayList<>();

	@Autowired
	private FakeMesh mesh;

	@LocalServerPort
	private int port;

	@AfterEach
	void reset() {
		this.second.close();
		this.mesh.reset();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 429, 503 })
	void refusesBeforeTheUpgradeWhatTheServiceRefuses(int status) {
		this.mesh.sockets().answers(status, "{}");
		assertThatThrownBy(this::listen).hasMessageContaining(Integer.toString(status));
	}

	@Test
	void refusesBeforeTheUpgradeIfTheInstanceIsDead() {
		this.mesh.run(SOCKETS, this.second);
		this.second.close();
		assertThatThrownBy(this::listen).hasMessageContaining("503");
	}

	@Test
	void refusesBeforeTheUpgradeIfTheServiceIsTooSlow() {
		this.mesh.sockets().answers((response) -> Mono.never());
		assertThatThrownBy(this::listen).hasMessageContaining("504");
	}

	@Test
	void opensElsewhereIfAnInstanceIsDead() {
		this.mesh.run(SOCKETS, this.mesh.sockets(), this.second);
		this.second.close();
		for (int i = 0; i < 4; i++) {
			sayAndClose(4000);
			assertThat(listen().getCode()).isEqualTo(4000);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1000, 1001, 1008, 1011, 4401, 4413 })
	void carriesEveryFrameAndThenTheFarewell(int code) {
		sayAndClose(code);
		assertThat(listen().getCode()).isEqualTo(code);
		assertThat(this.heard).hasSize(FRAMES);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1012, 1013 })
	void turnsARestartIntoAFarewellThatClientsKnow(int code) {
		sayAndClose(code);
		assertThat(listen()).isEqualTo(CloseStatus.GOING_AWAY);
		assertThat(this.heard).hasSize(FRAMES);
	}

	@Test
	void tellsTheClientThatTheServiceFailed() {
		this.mesh.sockets()
			.answers((response) -> response.sendWebsocket((in, out) -> out.sendString(Mono.just("one"))
				.then()
				.then(Mono.fromRunnable(() -> in.withConnection((connection) -> connection.channel().close())))));
		assertThat(listen().getCode()).isEqualTo(1011);
		assertThat(this.heard).containsExactly("one");
	}

	@Test
	void tellsTheServiceWhatTheClientSaysLast() {
		var farewell = new AtomicReference<Integer>();
		this.mesh.sockets()
			.answers((response) -> response.sendWebsocket((in, out) -> in.receive()
				.then()
				.then(in.receiveCloseStatus().doOnNext((status) -> farewell.set(status.code())).then())));
		open((session) -> session.close(new CloseStatus(4321)));
		Awaitility.await().until(() -> Objects.equals(farewell.get(), 4321));
	}

	private void sayAndClose(int code) {
		this.mesh.sockets()
			.answers((response) -> response
				.sendWebsocket((in, out) -> out.sendString(Flux.range(0, FRAMES).map((number) -> "frame " + number))
					.then()
					.then(out.sendClose(code, "the end"))));
	}

	private CloseStatus listen() {
		var farewell = new AtomicReference<CloseStatus>();
		open((session) -> session.receive()
			.map(WebSocketMessage::getPayloadAsText)
			.doOnNext(this.heard::add)
			.then(session.closeStatus())
			.doOnNext(farewell::set)
			.then());
		return Objects.requireNonNull(farewell.get());
	}

	private void open(Function<WebSocketSession, Mono<Void>> conversation) {
		var headers = new HttpHeaders();
		headers.add("X-Auth", this.mesh.issuer().token());
		new ReactorNettyWebSocketClient()
			.execute(URI.create("ws://localhost:%d/posts".formatted(this.port)), headers, conversation::apply)
			.block(LIMIT);
	}

}
