package social.local.drill;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import social.local.client.Person;
import social.local.client.Reply;
import social.local.process.Trouble;

/**
 * Writers who post as fast as they get answers, or as they are told to, until they are
 * told to end.
 */
final class Load implements AutoCloseable {

	private static final int WRITERS = 8;

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final List<Person> authors;

	private final Ledger ledger;

	private final long period;

	private final AtomicLong next = new AtomicLong(System.nanoTime());

	private volatile boolean ended;

	/**
	 * Writers of a mesh.
	 * @param rate the most posts a second
	 */
	Load(List<Person> authors, Ledger ledger, int rate) {
		this.authors = authors;
		this.ledger = ledger;
		this.period = Duration.ofSeconds(1).toNanos() / rate;
	}

	Load begin() {
		for (int writer = 0; writer < WRITERS; writer++) {
			this.threads.execute(this::write);
		}
		return this;
	}

	/** Returns when each has got its last answer. */
	@Override
	public void close() {
		this.ended = true;
		this.threads.close();
	}

	private void write() {
		while (!this.ended) {
			awaitTurn();
			int author = ThreadLocalRandom.current().nextInt(this.authors.size());
			if (!writes(author)) {
				LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE.toNanos(), 2 * PAUSE.toNanos()));
			}
		}
	}

	private void awaitTurn() {
		long now = System.nanoTime();
		long turn = this.next.updateAndGet((last) -> Math.max(last + this.period, now));
		Pause.of(Duration.ofNanos(turn - now));
	}

	private boolean writes(int author) {
		Person person = this.authors.get(author);
		try {
			person.token();
		}
		catch (Trouble trouble) {
			// nobody was asked to write
			return false;
		}
		int number = this.ledger.begin(author);
		Reply reply = person.posts(this.ledger.text(number));
		this.ledger.end(number, author, reply);
		return reply.isOk();
	}

}
