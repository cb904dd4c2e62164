package social.websocket.socket;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import social.platform.passport.UserId;

/** One open WebSocket of a user. */
public class Socket {

	private final Guest guest;

	private final Protocol protocol;

	private final SocketProperties limits;

	private final Outbox outbox;

	private volatile long from;

	private volatile boolean ended;

	private volatile int unanswered;

	private volatile Instant nextPing;

	Socket(Guest guest, Protocol protocol, Instant opened, SocketProperties limits, Outbox outbox) {
		this.guest = guest;
		this.protocol = protocol;
		this.limits = limits;
		this.outbox = outbox;
		this.from = guest.mark();
		this.nextPing = opened.plus(limits.ping());
	}

	/** Whose socket this is. */
	public UserId user() {
		return this.guest.user();
	}

	/** The language of its frames. */
	public Protocol protocol() {
		return this.protocol;
	}

	/** The request that opened it. */
	public @Nullable String requestId() {
		return this.guest.requestId();
	}

	/** The login that its user's token stems from. */
	@Nullable String session() {
		return this.guest.session();
	}

	/** Where the news stood when it was opened. */
	public long mark() {
		return this.guest.mark();
	}

	/** The last position that the client has seen, if it was here before. */
	public @Nullable Long since() {
		return this.guest.since();
	}

	/** The first news that the user wants to hear here. */
	public long from() {
		return this.from;
	}

	/** Leaves out what the client has heard elsewhere. */
	public void skip(long seen) {
		this.from = seen + 1;
	}

	/** Whether the connection is gone. */
	public boolean ended() {
		return this.ended;
	}

	/** Sends this before all else. */
	public void begin(Prelude prelude) {
		this.outbox.begin(prelude);
	}

	/**
	 * Sends a frame, if the client's protocol knows it, when the client is ready to read.
	 */
	public void send(Frame frame) {
		Frame.Text text = frame.in(this.protocol);
		if (text != null) {
			this.outbox.add(text);
		}
	}

	/** Ends the socket after what was sent before. */
	public void close(Farewell farewell) {
		this.outbox.close(farewell);
	}

	void beat(Instant now) {
		Instant expiry = this.guest.expiry();
		if (expiry != null && !now.isBefore(expiry)) {
			close(Farewell.TOKEN_EXPIRED);
		}
		else if (!now.isBefore(this.nextPing)) {
			ping(now);
		}
	}

	void pong() {
		this.unanswered = 0;
	}

	void end() {
		this.ended = true;
		this.outbox.discard();
	}

	@Nullable Farewell farewell() {
		return this.outbox.farewell();
	}

	private void ping(Instant now) {
		if (this.unanswered >= this.limits.missedPongs()) {
			close(Farewell.NO_PONG);
			return;
		}
		this.unanswered = this.unanswered + 1;
		this.nextPing = now.plus(this.limits.ping());
		this.outbox.ping();
	}

}
