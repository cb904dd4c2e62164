package social.websocket.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What still has to be sent through one socket.
 * <p>
 * Whoever puts something in never waits. A virtual thread writes while there is anything
 * to write, so that an idle socket holds none; it alone touches the connection, and so a
 * slow reader is ended after the frame under way, not in its middle.
 * <p>
 * While a prelude lasts all else waits. Where it is broken off what waits is forgotten,
 * since a client must not hear of what is later than something it has missed.
 */
class Outbox {

	private static final Logger log = LoggerFactory.getLogger(Outbox.class);

	private final Session session;

	private final SocketProperties limits;

	private final Runnable sent;

	private final Runnable held;

	private final Lock lock = new ReentrantLock();

	private final Deque<Frame.Text> waiting = new ArrayDeque<>(0);

	private @Nullable Prelude prelude;

	// who asks the prelude for more, and may wait for that
	private @Nullable Thread asking;

	private long waitingBytes;

	private boolean ping;

	private boolean writing;

	private boolean over;

	private @Nullable Farewell farewell;

	Outbox(Session session, SocketProperties limits, Runnable sent, Runnable held) {
		this.session = session;
		this.limits = limits;
		this.sent = sent;
		this.held = held;
	}

	/** Asks for what comes first whenever the client is ready for more. */
	void begin(Prelude prelude) {
		change(() -> this.prelude = prelude);
	}

	/** Lets a frame wait for its turn; too much of that ends the socket. */
	void add(Frame.Text text) {
		change(() -> {
			if (this.waiting.size() >= this.limits.waitingFrames()
					|| this.waitingBytes + text.bytes() > this.limits.waitingBytes().toBytes()) {
				forget();
				this.farewell = Farewell.TOO_SLOW;
				return;
			}
			this.waiting.add(text);
			this.waitingBytes += text.bytes();
			if (this.prelude != null) {
				this.held.run();
			}
		});
	}

	/** Pings as soon as the frame under way is through. */
	void ping() {
		change(() -> this.ping = true);
	}

	/**
	 * Ends the socket after what waits, unless its user may not be told that any more.
	 */
	void close(Farewell farewell) {
		change(() -> {
			if (this.prelude != null || farewell.isAtOnce()) {
				forget();
			}
			this.farewell = farewell;
			if (this.asking != null) {
				this.asking.interrupt();
			}
		});
	}

	/** Forgets what waits: the connection is gone. */
	void discard() {
		this.lock.lock();
		try {
			this.over = true;
			forget();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Why the server ended the socket, if it did. */
	@Nullable Farewell farewell() {
		this.lock.lock();
		try {
			return this.farewell;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void change(Runnable change) {
		this.lock.lock();
		try {
			if (this.over || this.farewell != null) {
				return;
			}
			change.run();
			if (!this.writing) {
				this.writing = true;
				Thread.startVirtualThread(this::write);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void write() {
		try {
			for (Step step = next(); step != null; step = next()) {
				step.run();
			}
		}
		// the other side is gone, or too slow for a part of a frame
		catch (IOException | RuntimeException ex) {
			discard();
			hangUp();
		}
	}

	private @Nullable Step next() {
		this.lock.lock();
		try {
			if (this.ping) {
				this.ping = false;
				return () -> this.session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
			}
			Prelude first = this.prelude;
			if (first != null) {
				this.asking = Thread.currentThread();
				return () -> go(first);
			}
			Frame.Text text = this.waiting.poll();
			if (text != null) {
				this.waitingBytes -= text.bytes();
				return () -> send(text);
			}
			Farewell last = this.farewell;
			if (last != null && !this.over) {
				this.over = true;
				return () -> this.session.close(last.reason());
			}
			this.writing = false;
			return null;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void go(Prelude first) throws IOException {
		Frame.Text text = first.next();
		if (goesOn(first, text != null) && text != null) {
			send(text);
		}
	}

	/** It may have been broken off while it was asked. */
	private boolean goesOn(Prelude first, boolean more) {
		this.lock.lock();
		try {
			this.asking = null;
			Thread.interrupted();
			boolean unbroken = this.prelude == first;
			if (!more) {
				this.prelude = null;
			}
			return unbroken;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void forget() {
		this.prelude = null;
		this.waiting.clear();
		this.waitingBytes = 0;
	}

	private void send(Frame.Text text) throws IOException {
		this.session.getBasicRemote().sendText(text.json());
		this.sent.run();
	}

	private void hangUp() {
		try {
			this.session.close(Farewell.TOO_SLOW.reason());
		}
		catch (IOException | IllegalStateException ex) {
			log.debug("A broken connection can't be closed in form", ex);
		}
	}

	private interface Step {

		void run() throws IOException;

	}

}
