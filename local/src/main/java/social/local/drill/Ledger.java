package social.local.drill;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import social.local.client.Reply;

/** Every attempt to write a post, by the number that its text carries. */
final class Ledger {

	/** The number of a text that is none of ours. */
	static final int STRANGE = -1;

	private final String prefix;

	private final AtomicInteger next = new AtomicInteger();

	private final Map<Integer, Attempt> attempts = new ConcurrentHashMap<>();

	private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

	private final AtomicInteger acknowledged = new AtomicInteger();

	private volatile long lastAcknowledged;

	private volatile long outage;

	/** An empty one. */
	Ledger(String name) {
		this.prefix = "drill " + name + " ";
	}

	/** The number of the next post. */
	int begin(int author) {
		int number = this.next.getAndIncrement();
		// until the answer says more
		this.attempts.put(number, new Attempt(author, Attempt.Outcome.UNKNOWN));
		return number;
	}

	/** Its text, which no other post has. */
	String text(int number) {
		return this.prefix + number;
	}

	/** The number that a text carries. */
	int number(String text) {
		String rest = text.startsWith(this.prefix) ? text.substring(this.prefix.length()) : "";
		return rest.matches("\\d{1,9}") ? Integer.parseInt(rest) : STRANGE;
	}

	/** What the answer was. */
	void end(int number, int author, Reply reply) {
		this.statuses.merge(reply.status(), 1, Integer::sum);
		if (reply.isOk()) {
			this.attempts.put(number, new Attempt(author, Attempt.Outcome.ACKNOWLEDGED));
			acknowledge();
		}
		else if (reply.isRefusal()) {
			this.attempts.put(number, new Attempt(author, Attempt.Outcome.REFUSED));
		}
	}

	/** All attempts so far. */
	Map<Integer, Attempt> attempts() {
		return this.attempts;
	}

	/** How many of them are there for certain. */
	int acknowledged() {
		return this.acknowledged.get();
	}

	/** How often each status came. */
	Map<Integer, Integer> statuses() {
		return new TreeMap<>(this.statuses);
	}

	/** The longest time without an acknowledged write, in nanoseconds. */
	long outage() {
		return this.outage;
	}

	/** From now on outages count. */
	synchronized void forgetOutage() {
		this.outage = 0;
		this.lastAcknowledged = System.nanoTime();
	}

	private synchronized void acknowledge() {
		long now = System.nanoTime();
		this.outage = Math.max(this.outage, now - this.lastAcknowledged);
		this.lastAcknowledged = now;
		this.acknowledged.incrementAndGet();
	}

}
