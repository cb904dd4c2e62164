package social.websocket.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Users who have left and may soon be back, who left first first. Guarded by the
 * audience's lock.
 */
class Lingering {

	private final SequencedMap<Subscriber, Long> left = new LinkedHashMap<>();

	private final Duration longest;

	private final int most;

	/**
	 * Nobody yet.
	 * @param longest how long a user is waited for
	 * @param most how many users are waited for
	 */
	Lingering(Duration longest, int most) {
		this.longest = longest;
		this.most = most;
	}

	/** A user left. */
	void add(Subscriber subscriber, long nanos) {
		this.left.putLast(subscriber, nanos);
	}

	/** A user is back. */
	void remove(Subscriber subscriber) {
		this.left.remove(subscriber);
	}

	/** Takes out those who are waited for no longer. */
	List<Subscriber> takeOverdue(long nanos) {
		var overdue = new ArrayList<Subscriber>();
		Iterator<Map.Entry<Subscriber, Long>> users = this.left.entrySet().iterator();
		while (users.hasNext()) {
			Map.Entry<Subscriber, Long> first = users.next();
			if (this.left.size() <= this.most && nanos - first.getValue() <= this.longest.toNanos()) {
				break;
			}
			overdue.add(first.getKey());
			users.remove();
		}
		return overdue;
	}

	void clear() {
		this.left.clear();
	}

}
