package social.websocket.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Users who have left and may soon be back, who left first first. Guarded by the
 * audience's lock.
 */
class Lingering {

	private final SequencedMap<Subscriber, Leave> left = new LinkedHashMap<>();

	private final Duration longest;

	private final int most;

	private final long mostAuthors;

	private long authors;

	/**
	 * Nobody yet.
	 * @param longest how long a user is waited for
	 * @param most how many users are waited for
	 * @param mostAuthors how many authors they may follow, all together
	 */
	Lingering(Duration longest, int most, long mostAuthors) {
		this.longest = longest;
		this.most = most;
		this.mostAuthors = mostAuthors;
	}

	/** A user left. */
	void add(Subscriber subscriber, long nanos) {
		remove(subscriber);
		int follows = subscriber.authors().size();
		this.authors += follows;
		this.left.putLast(subscriber, new Leave(nanos, follows));
	}

	/** A user is back. */
	void remove(Subscriber subscriber) {
		Leave leave = this.left.remove(subscriber);
		this.authors -= (leave != null) ? leave.authors() : 0;
	}

	/** Takes out those who are waited for no longer. */
	List<Subscriber> takeOverdue(long nanos) {
		var overdue = new ArrayList<Subscriber>();
		Map.Entry<Subscriber, Leave> first = this.left.firstEntry();
		while (first != null && (areTooMany() || nanos - first.getValue().nanos() > this.longest.toNanos())) {
			overdue.add(first.getKey());
			remove(first.getKey());
			first = this.left.firstEntry();
		}
		return overdue;
	}

	void clear() {
		this.left.clear();
		this.authors = 0;
	}

	private boolean areTooMany() {
		return this.left.size() > this.most || this.authors > this.mostAuthors;
	}

	/**
	 * That a user left.
	 *
	 * @param nanos when
	 * @param authors how many they followed then
	 */
	private record Leave(long nanos, int authors) {
	}

}
