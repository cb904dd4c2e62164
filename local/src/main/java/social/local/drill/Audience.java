package social.local.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import social.local.client.Parallel;

/** The sockets and feeds of all followers, and what of them was checked already. */
final class Audience implements AutoCloseable {

	private static final int AT_ONCE = 4;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Cast cast;

	private final Ledger ledger;

	private final List<Listener> listeners;

	private int checked;

	private Audience(Cast cast, Ledger ledger, List<Listener> listeners) {
		this.cast = cast;
		this.ledger = ledger;
		this.listeners = listeners;
	}

	/** Connects so many sockets, of one follower after the other. */
	static Audience of(String endpoint, Cast cast, long seed, int sockets) {
		var ledger = new Ledger("%d-%d".formatted(Instant.now().getEpochSecond(), seed));
		var listeners = new ArrayList<Listener>();
		for (int socket = 0; socket < sockets; socket++) {
			int follower = socket % cast.followers().size();
			listeners.add(new Listener(endpoint, cast.followers().get(follower), follower, ledger));
		}
		var audience = new Audience(cast, ledger, List.copyOf(listeners));
		Parallel.map(AT_ONCE, audience.listeners, (listener) -> {
			listener.open();
			return listener;
		});
		audience.awaitLive();
		audience.feeds();
		return audience;
	}

	Ledger ledger() {
		return this.ledger;
	}

	List<Listener> listeners() {
		return this.listeners;
	}

	/** Returns when each socket is live, or when that takes too long. */
	boolean awaitLive() {
		return Pause.until(PATIENCE, () -> this.listeners.stream().allMatch(Listener::isLive));
	}

	/**
	 * Returns when each socket has got what is acknowledged, or when that takes too long.
	 */
	boolean awaitAll() {
		SetCheck check = check();
		return Pause.until(PATIENCE, () -> check.isReceived(histories()));
	}

	/** Judges what is new since the last turn. */
	Verdict judge() {
		return check().of(histories(), feeds());
	}

	/** How often sockets had to connect again since the last turn. */
	int reconnected() {
		return this.listeners.stream().mapToInt(Listener::reconnected).sum();
	}

	/** The longest time that a socket was away since the last turn, in nanoseconds. */
	long away() {
		return this.listeners.stream().mapToLong(Listener::away).max().orElse(0);
	}

	/** What is there is checked: from now on it is about what comes. */
	void turn() {
		this.checked = this.ledger.attempts().size();
		this.listeners.forEach(Listener::turn);
	}

	@Override
	public void close() {
		this.listeners.forEach(Listener::close);
	}

	private SetCheck check() {
		return new SetCheck(this.ledger.attempts(), this.checked, this.cast.follows());
	}

	private List<History> histories() {
		return this.listeners.stream().map(Listener::history).toList();
	}

	private List<Feed> feeds() {
		int from = this.checked;
		return Parallel.map(AT_ONCE, IntStream.range(0, this.cast.followers().size()).boxed().toList(),
				(follower) -> new Feed(follower,
						this.cast.followers()
							.get(follower)
							.feed((text) -> this.ledger.number(text) >= from)
							.stream()
							.map(this.ledger::number)
							.toList()));
	}

}
