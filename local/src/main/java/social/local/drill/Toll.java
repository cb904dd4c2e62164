package social.local.drill;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import social.local.client.Reply;

/** What became of reads and writes. */
final class Toll {

	static final String HEAD = "%-20s %8s %12s %13s %10s %11s  %s".formatted("restarted", "requests", "reads failed",
			"writes failed", "within s", "slowest ms", "statuses");

	private static final Set<Integer> BEARABLE = Set.of(502, 503, 504);

	private static final Duration LONGEST = Duration.ofSeconds(10);

	private final Map<Integer, Integer> statuses = new TreeMap<>();

	private final Map<Integer, Integer> failedWrites = new TreeMap<>();

	private int requests;

	private int failedReads;

	private long slowest;

	private long first;

	private long last;

	void add(boolean read, Reply reply, long begun, long ended) {
		this.requests++;
		this.statuses.merge(reply.status(), 1, Integer::sum);
		this.slowest = Math.max(this.slowest, ended - begun);
		if (reply.isOk()) {
			return;
		}
		this.first = (failed() == 0) ? ended : this.first;
		this.last = ended;
		if (read) {
			this.failedReads++;
		}
		else {
			this.failedWrites.merge(reply.status(), 1, Integer::sum);
		}
	}

	/** Whether nobody noticed anything. */
	boolean isNothing() {
		return failed() == 0;
	}

	/** Whether only writes failed that may have been on their way, and not for long. */
	boolean isBearable() {
		return this.failedReads == 0 && BEARABLE.containsAll(this.failedWrites.keySet())
				&& this.last - this.first <= LONGEST.toNanos();
	}

	String line(String part) {
		return String.format(Locale.ROOT, "%-20s %8d %12d %13d %10.1f %11.0f  %s", part, this.requests,
				this.failedReads, writes(), (this.last - this.first) / 1e9, this.slowest / 1e6, this.statuses);
	}

	private int failed() {
		return this.failedReads + writes();
	}

	private int writes() {
		return this.failedWrites.values().stream().mapToInt(Integer::intValue).sum();
	}

}
