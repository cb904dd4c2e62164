package social.websocket.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The newest news, kept for those who are being brought up to date. Guarded by the
 * audience's lock.
 */
class Tail {

	private static final long UNKNOWN = 0;

	private final Deque<News> news = new ArrayDeque<>();

	private final int capacity;

	private final long mostBytes;

	private long bytes;

	private long next = UNKNOWN;

	private long forgotten = Long.MAX_VALUE;

	/**
	 * Nothing yet, and nobody knows where the news stand.
	 * @param capacity how many news are kept
	 * @param mostBytes how many bytes they may take
	 */
	Tail(int capacity, long mostBytes) {
		this.capacity = capacity;
		this.mostBytes = mostBytes;
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
			forget(posted.post());
		}
		this.news.add(latest);
		this.bytes += latest.weight();
		this.next = latest.position() + 1;
		while (this.news.size() > this.capacity || this.bytes > this.mostBytes) {
			News oldest = this.news.remove();
			this.bytes -= oldest.weight();
			this.forgotten = oldest.position();
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
		this.bytes = 0;
		this.next = UNKNOWN;
		this.forgotten = Long.MAX_VALUE;
	}

	private void forget(UUID post) {
		this.news.removeIf((kept) -> {
			boolean told = kept instanceof News.Posted other && other.post().equals(post);
			this.bytes -= told ? kept.weight() : 0;
			return told;
		});
	}

}
