package social.local.drill;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import social.local.client.Api;
import social.local.client.Person;
import social.local.client.Reply;

/**
 * People who read and write at an even rate, however long each answer takes: one request
 * in ten is a post or a message, half of all read the feed. A read whose connection
 * breaks is asked for once more, as clients do.
 */
final class Traffic implements AutoCloseable {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private static final long SOON = SECOND;

	private static final int STEPS = 4;

	private static final Duration WINDOW = Duration.ofSeconds(5);

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Api api;

	private final List<Person> people;

	private final int rate;

	private final AtomicInteger waiting = new AtomicInteger();

	private Toll toll = new Toll();

	private long slowest;

	private volatile long period;

	private volatile boolean ended;

	Traffic(Api api, List<Person> people, int rate) {
		this.api = api;
		this.people = people;
		this.rate = rate;
		rise(1);
	}

	/**
	 * Rises to the rate step by step, returns a pause after the programs are warm and
	 * forgets what came until then.
	 */
	Traffic begin(Duration pause) {
		this.threads.execute(this::send);
		for (int step = 1; step <= STEPS; step++) {
			rise(step);
			awaitCalm();
		}
		Pause.of(pause);
		take();
		return this;
	}

	/** Returns when answers come soon, at the latest after ten minutes. */
	void awaitCalm() {
		Pause.until(PATIENCE, () -> {
			slowest();
			Pause.of(WINDOW);
			return slowest() < SOON && this.waiting.get() * SECOND < this.rate * SOON;
		});
	}

	/** What came since the last time. */
	synchronized Toll take() {
		Toll taken = this.toll;
		this.toll = new Toll();
		return taken;
	}

	/** Returns when the last answer has come. */
	@Override
	public void close() {
		this.ended = true;
		this.threads.close();
	}

	private void rise(int step) {
		this.period = SECOND * STEPS / this.rate / step;
	}

	private void send() {
		long next = System.nanoTime();
		while (!this.ended) {
			this.threads.execute(this::ask);
			next += this.period;
			for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
				LockSupport.parkNanos(left);
			}
		}
	}

	private void ask() {
		this.waiting.incrementAndGet();
		try {
			askAnything();
		}
		finally {
			this.waiting.decrementAndGet();
		}
	}

	private void askAnything() {
		var random = ThreadLocalRandom.current();
		int asks = random.nextInt(this.people.size());
		Person person = this.people.get(asks);
		// nobody writes to themselves
		Person other = this.people.get((asks + random.nextInt(1, this.people.size())) % this.people.size());
		String token = person.token();
		switch (random.nextInt(20)) {
			case 0 -> write("/post/create", token, "{\"text\": \"A rolling stone\"}");
			case 1 -> write("/dialog/%s/send".formatted(other.id()), token, "{\"text\": \"gathers no moss\"}");
			case 2, 3, 4, 5 -> read("/dialog/%s/list?limit=10".formatted(other.id()), token);
			case 6, 7, 8, 9 -> read("/user/get/" + other.id(), token);
			default -> read("/post/feed?limit=20", token);
		}
	}

	private void write(String path, String token, String json) {
		long begun = System.nanoTime();
		count(false, this.api.post(path, token, json), begun);
	}

	private void read(String path, String token) {
		long begun = System.nanoTime();
		Reply reply = this.api.get(path, token);
		count(true, (reply.status() == 0) ? this.api.get(path, token) : reply, begun);
	}

	private synchronized void count(boolean read, Reply reply, long begun) {
		long ended = System.nanoTime();
		this.slowest = Math.max(this.slowest, ended - begun);
		this.toll.add(read, reply, begun, ended);
	}

	/** Nanoseconds of the slowest answer since the last time. */
	private synchronized long slowest() {
		long taken = this.slowest;
		this.slowest = 0;
		return taken;
	}

}
