package social.websocket.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * The newest news, kept for those who are being brought up to date. Guarded by the
 * audience's lock.
 */
class Tail {

	private static final long UNKNOWN = 0;

	private final Deque<News> news = new ArrayDeque<>();

	private final int capacity;

	private long next = UNKNOWN;

	private long forgotten = Long.MAX_VALUE;

	Tail(int capacity) {
		this.capacity = capacity;
	}

	/** Starts after a position. */
	void start(long position) {
		this.next = position + 1;
		this.forgotten = position;
	}

	/** Where the news stand: what is yet to come is not before this. 0 if not known. */
	long mark() {
		return this.next;
	}

	boolean known() {
		return this.next != UNKNOWN;
	}

	/** Adds the latest; of a post that it deletes, only that is kept. */
	void add(News latest) {
		if (latest instanceof News.Posted posted && posted.deleted()) {
			this.news.removeIf((kept) -> kept instanceof News.Posted other && other.post().equals(posted.post()));
		}
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

	/** Some news were missed: no mark is reached until there is a new start. */
	void clear() {
		this.news.clear();
		this.next = UNKNOWN;
		this.forgotten = Long.MAX_VALUE;
	}

}
