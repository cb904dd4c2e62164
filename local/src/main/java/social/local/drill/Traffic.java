package social.local.drill;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import social.local.client.Api;
import social.local.client.Person;
import social.local.client.Reply;

/**
 * People who read and write at an even rate, however long each answer takes. A read whose
 * connection breaks is asked for once more, as clients do.
 */
final class Traffic implements AutoCloseable {

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Api api;

	private final List<Person> people;

	private final long period;

	private Toll toll = new Toll();

	private volatile boolean ended;

	Traffic(Api api, List<Person> people, int rate) {
		this.api = api;
		this.people = people;
		this.period = Duration.ofSeconds(1).toNanos() / rate;
	}

	Traffic begin() {
		this.threads.execute(this::send);
		return this;
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
		var random = ThreadLocalRandom.current();
		int asks = random.nextInt(this.people.size());
		Person person = this.people.get(asks);
		// nobody writes to themselves
		Person other = this.people.get((asks + random.nextInt(1, this.people.size())) % this.people.size());
		String token = person.token();
		switch (random.nextInt(6)) {
			case 0 -> write("/post/create", token, "{\"text\": \"A rolling stone\"}");
			case 1 -> write("/dialog/%s/send".formatted(other.id()), token, "{\"text\": \"gathers no moss\"}");
			case 2 -> read("/dialog/%s/list?limit=10".formatted(other.id()), token);
			case 3 -> read("/user/get/" + other.id(), token);
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
		this.toll.add(read, reply, begun, System.nanoTime());
	}

}
