package social.gateway.leave;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.RequestUpgradeStrategy;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.server.ServerWebExchange;

/** Opens sockets and knows which are open, to say goodbye to each of them. */
@Component
@Primary
class OpenSockets implements WebSocketService {

	private static final Duration AN_ANSWER = Duration.ofSeconds(1);

	private final WebSocketService handshakes;

	private final Set<WebSocketSession> open = ConcurrentHashMap.newKeySet();

	private volatile boolean closing;

	OpenSockets(RequestUpgradeStrategy strategy) {
		this.handshakes = new HandshakeWebSocketService(strategy);
	}

	@Override
	public Mono<Void> handleRequest(ServerWebExchange exchange, WebSocketHandler handler) {
		return this.handshakes.handleRequest(exchange, new Watched(handler));
	}

	/** Closes all evenly over a time: their clients come back as evenly, elsewhere. */
	Mono<Void> close(Duration over) {
		this.closing = true;
		var sessions = List.copyOf(this.open);
		return Flux.fromIterable(sessions)
			.delayElements(over.dividedBy(Math.max(1, sessions.size())))
			.flatMap((session) -> session.close(CloseStatus.GOING_AWAY).timeout(AN_ANSWER).onErrorComplete(),
					Integer.MAX_VALUE)
			.then();
	}

	/** What becomes of a socket, noted from its beginning to its end. */
	private final class Watched implements WebSocketHandler {

		private final WebSocketHandler handler;

		private Watched(WebSocketHandler handler) {
			this.handler = handler;
		}

		@Override
		public List<String> getSubProtocols() {
			return this.handler.getSubProtocols();
		}

		@Override
		public Mono<Void> handle(WebSocketSession session) {
			OpenSockets.this.open.add(session);
			Mono<Void> carried = this.handler.handle(session).doFinally((end) -> OpenSockets.this.open.remove(session));
			return OpenSockets.this.closing ? Mono.when(carried, session.close(CloseStatus.GOING_AWAY)) : carried;
		}

	}

}
