package social.websocket.socket;

import java.nio.ByteBuffer;
import java.time.Clock;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import org.apache.tomcat.websocket.Constants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import social.platform.request.RequestIds;

/** Ties one connection to its {@link Socket}; what the client says is not for us. */
class SocketEndpoint extends Endpoint {

	private static final Logger log = LoggerFactory.getLogger(SocketEndpoint.class);

	private final Guest guest;

	private final Sockets sockets;

	private final SocketProperties limits;

	private final SocketMetrics metrics;

	private volatile @Nullable Socket socket;

	SocketEndpoint(Guest guest, Sockets sockets, SocketProperties limits, SocketMetrics metrics) {
		this.guest = guest;
		this.sockets = sockets;
		this.limits = limits;
		this.metrics = metrics;
	}

	@Override
	public void onOpen(Session session, EndpointConfig config) {
		session.getUserProperties().put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, this.limits.sendTimeout().toMillis());
		session.getUserProperties()
			.put(Constants.SESSION_CLOSE_TIMEOUT_PROPERTY, this.limits.closeTimeout().toMillis());
		Socket opened = socket(session);
		this.socket = opened;
		session.addMessageHandler(String.class,
				(MessageHandler.Whole<String>) (text) -> log.trace("Ignored: {}", text));
		session.addMessageHandler(ByteBuffer.class,
				(MessageHandler.Partial<ByteBuffer>) (bytes, last) -> opened.close(Farewell.NOT_TEXT));
		session.addMessageHandler(PongMessage.class, (MessageHandler.Whole<PongMessage>) (pong) -> opened.pong());
		RequestIds.run(this.guest.requestId(), () -> this.sockets.opened(opened));
	}

	@Override
	public void onClose(Session session, CloseReason reason) {
		Socket closed = this.socket;
		if (closed != null) {
			RequestIds.run(this.guest.requestId(), () -> this.sockets.closed(closed, reason));
		}
	}

	@Override
	public void onError(Session session, Throwable failure) {
		log.debug("A connection broke", failure);
	}

	private Socket socket(Session session) {
		var protocol = Protocol.of(session.getNegotiatedSubprotocol());
		var outbox = new Outbox(session, this.limits, this.metrics.pushed(protocol), this.metrics.held());
		return new Socket(this.guest, protocol, Clock.systemUTC().instant(), this.limits, outbox);
	}

}
