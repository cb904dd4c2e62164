package social.gateway.socket;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * Carries to each side what the other says, its farewell last.
 *
 * @param client who asked for the socket
 * @param service who keeps it
 */
record Bridge(WebSocketSession client, WebSocketSession service) {

	/** A side that does not read holds the other's farewell up no longer than this. */
	private static final Duration LINGER = Duration.ofSeconds(10);

	/** Ends when both sides have. */
	Mono<Void> carry() {
		return Mono.when(carry(this.service, this.client), carry(this.client, this.service));
	}

	private static Mono<Void> carry(WebSocketSession from, WebSocketSession to) {
		Mono<CloseStatus> farewell = from.closeStatus().defaultIfEmpty(CloseStatus.NO_CLOSE_FRAME).cache();
		Mono<Void> stalled = farewell.delayElement(LINGER)
			.flatMap((status) -> Mono.error(new IllegalStateException("A side does not read")));
		Mono<Void> said = to.send(heard(from))
			// a side that is gone hears no more; the other goes on to its farewell
			.onErrorComplete()
			.then(farewell)
			.flatMap((status) -> to.close(carried(status)));
		return Mono.firstWithSignal(said, stalled);
	}

	private static Flux<WebSocketMessage> heard(WebSocketSession from) {
		return Flux.<WebSocketMessage>create((heard) -> Words.of(from, heard))
			.doOnDiscard(WebSocketMessage.class, WebSocketMessage::release);
	}

	/**
	 * The same, if it may be sent: RFC 6455, 7.4. A side that is gone without a word has
	 * failed the other.
	 */
	static CloseStatus carried(CloseStatus status) {
		return switch (status.getCode()) {
			case 1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011 -> status;
			case 1005 -> CloseStatus.NORMAL;
			case 1006, 1015 -> CloseStatus.SERVER_ERROR;
			case 1012, 1013 -> CloseStatus.GOING_AWAY;
			default -> (status.getCode() >= 3000 && status.getCode() < 5000) ? status : CloseStatus.PROTOCOL_ERROR;
		};
	}

}
