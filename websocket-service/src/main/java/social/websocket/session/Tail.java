package social.websocket.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * The newest news, kept for those whose friends are still being asked for. Guarded by the
 * audience's lock.
 */
class Tail {

	private final Deque<News> news = new ArrayDeque<>();

	private final int capacity;

	// positions count from 1: until one is known, marks stay far below
	private long next = Long.MIN_VALUE / 2;

	private long forgotten = this.next - 1;

	Tail(int capacity) {
		this.capacity = capacity;
	}

	/** Where the news stand: what is yet to come is not before this. */
	long mark() {
		return this.next;
	}

	void add(News latest) {
		this.news.add(latest);
		this.next = latest.position() + 1;
		if (this.news.size() > this.capacity) {
			this.forgotten = this.news.remove().position();
		}
	}

	/** Whether nothing is forgotten of what came after a mark. */
	boolean reaches(long mark) {
		return mark > this.forgotten;
	}

	Stream<News> from(long mark) {
		return this.news.stream().filter((kept) -> kept.position() >= mark);
	}

	/** Starts anew because some were missed: no mark made before is reached any more. */
	void clear() {
		this.news.clear();
		this.forgotten = this.next;
		this.next = this.next + 1;
	}

}
