package social.local.drill;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import social.local.client.Person;

/**
 * A client that wants every post: whenever its socket ends, it connects again and asks
 * for what came since the greatest position it has seen.
 */
final class Listener implements AutoCloseable {

	private static final HttpClient http = HttpClient.newHttpClient();

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final long LEAST_PAUSE = 50;

	private static final long MOST_PAUSE = 2_000;

	private static final long UNKNOWN = -1;

	private final String endpoint;

	private final Person person;

	private final int follower;

	private final Ledger ledger;

	private List<Frame> frames = new ArrayList<>();

	private @Nullable Connection connection;

	private long position = UNKNOWN;

	private int reconnected;

	private long lostAt;

	private long away;

	private boolean closed;

	Listener(String endpoint, Person person, int follower, Ledger ledger) {
		this.endpoint = endpoint.replaceFirst("^http", "ws") + "/post/feed/posted";
		this.person = person;
		this.follower = follower;
		this.ledger = ledger;
	}

	/** Connects, as often as it takes; returns when it is live. */
	void open() {
		long pause = LEAST_PAUSE;
		while (!isClosed() && !connect()) {
			LockSupport.parkNanos(Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause, 2 * pause)).toNanos());
			pause = Math.min(2 * pause, MOST_PAUSE);
		}
	}

	/**
	 * Ends the connection as a network does that fails.
	 * @return whether there was one
	 */
	boolean cut() {
		Connection current = current();
		return current != null && current.cut();
	}

	synchronized History history() {
		return new History(this.follower, List.copyOf(this.frames));
	}

	/** Forgets what was checked; whatever comes is still asked for from there on. */
	synchronized void turn() {
		this.frames = new ArrayList<>();
		this.reconnected = 0;
		this.away = 0;
	}

	synchronized int reconnected() {
		return this.reconnected;
	}

	/** The longest time that it was not live, in nanoseconds. */
	synchronized long away() {
		return this.away;
	}

	/** Whether it is connected and has been told that nothing is missing. */
	synchronized boolean isLive() {
		return this.connection != null && this.connection.live;
	}

	@Override
	public void close() {
		synchronized (this) {
			this.closed = true;
		}
		cut();
	}

	private boolean connect() {
		var next = new Connection();
		try {
			next.socket = http.newWebSocketBuilder()
				.connectTimeout(TIMEOUT)
				.subprotocols("otus.v2")
				.header("X-Auth", this.person.token())
				.buildAsync(URI.create(address()), next)
				.join();
			return true;
		}
		catch (RuntimeException ex) {
			// a login or a handshake that failed: the mesh is not all there
			return false;
		}
	}

	private synchronized String address() {
		return (this.position == UNKNOWN) ? this.endpoint : this.endpoint + "?since=" + this.position;
	}

	private synchronized boolean isClosed() {
		return this.closed;
	}

	private synchronized @Nullable Connection current() {
		return this.connection;
	}

	private synchronized void begun(Connection next) {
		this.connection = next;
	}

	private synchronized void came(Connection from, String json) {
		if (from == this.connection) {
			Frame.of(json, this.ledger).ifPresent((frame) -> {
				this.frames.add(frame);
				this.position = Math.max(this.position, frame.position());
				if (frame.kind() == Frame.Kind.LIVE) {
					live(from);
				}
			});
		}
	}

	private void live(Connection connection) {
		connection.live = true;
		if (this.lostAt != 0) {
			this.away = Math.max(this.away, System.nanoTime() - this.lostAt);
			this.lostAt = 0;
		}
	}

	private void ended(Connection ended) {
		synchronized (this) {
			if (ended != this.connection || this.closed) {
				return;
			}
			this.connection = null;
			this.reconnected++;
			this.lostAt = (this.lostAt == 0) ? System.nanoTime() : this.lostAt;
		}
		Thread.startVirtualThread(this::open);
	}

	/** One connection of several; what it says once it has ended does not count. */
	private final class Connection implements WebSocket.Listener {

		private final StringBuilder text = new StringBuilder();

		private volatile @Nullable WebSocket socket;

		private boolean live;

		boolean cut() {
			WebSocket opened = this.socket;
			if (opened == null) {
				return false;
			}
			opened.abort();
			ended(this);
			return true;
		}

		@Override
		public void onOpen(WebSocket socket) {
			begun(this);
			socket.request(1);
		}

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			this.text.append(data);
			if (last) {
				came(this, this.text.toString());
				this.text.setLength(0);
			}
			socket.request(1);
			return null;
		}

		@Override
		public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
			ended(this);
			return null;
		}

		@Override
		public void onError(WebSocket socket, Throwable failure) {
			ended(this);
		}

	}

}
