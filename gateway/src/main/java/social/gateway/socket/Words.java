package social.gateway.socket;

import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.FluxSink;

import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * What one side says, as fast as the other hears it. When nobody hears any more it goes
 * on listening: to end that would close the socket at once, without a code.
 */
final class Words extends BaseSubscriber<WebSocketMessage> {

	private final FluxSink<WebSocketMessage> heard;

	private Words(FluxSink<WebSocketMessage> heard) {
		this.heard = heard;
	}

	static void of(WebSocketSession from, FluxSink<WebSocketMessage> heard) {
		from.receive().subscribe(new Words(heard));
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		this.heard.onRequest(this::request);
		this.heard.onCancel(this::requestUnbounded);
	}

	@Override
	protected void hookOnNext(WebSocketMessage message) {
		if (!this.heard.isCancelled()) {
			this.heard.next(message.retain());
		}
	}

	@Override
	protected void hookOnComplete() {
		this.heard.complete();
	}

	@Override
	protected void hookOnError(Throwable failure) {
		this.heard.error(failure);
	}

}
