package social.local.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import social.local.client.Parallel;
import social.local.client.Person;
import social.local.mesh.Mesh;

/**
 * From the beginning of a post's request to its frame at each open socket.
 *
 * @param audiences one author for each
 * @param rate posts a second
 */
public record PushBench(List<Audience> audiences, int rate) implements Bench {

	private static final int ROUNDS = 3;

	private static final Duration ROUND = Duration.ofSeconds(30);

	private static final Duration WARM_UP = Duration.ofSeconds(120);

	// a compiler counts calls, and few posts are few calls
	private static final int WARM_UP_RATE = 40;

	private static final int WARM_UP_FRAMES = 2_000;

	private static final Duration SETTLING = Duration.ofSeconds(10);

	private static final int AT_ONCE = 8;

	/**
	 * Who follows an author.
	 *
	 * @param followers how many do
	 * @param online how many of them have a socket
	 */
	public record Audience(int followers, int online) {
	}

	@Override
	public void run(Mesh mesh, PrintStream out) {
		this.audiences.forEach((audience) -> run(mesh, audience, out));
	}

	private void run(Mesh mesh, Audience audience, PrintStream out) {
		var stage = Stage.of(mesh, Math.max(audience.online(), 2), 0);
		Person author = stage.newcomer();
		List<Person> online = stage.first(audience.online());
		// as clients do: websocket-service may know these people, and has to hear of it
		Parallel.map(AT_ONCE, online, (person) -> {
			person.follows(author);
			return person;
		});
		stage.gather(author, audience.followers());
		var arrivals = new Arrivals((int) ROUND.toSeconds() * this.rate * audience.online());
		try (var wires = new Wires(mesh.gateway().endpoint(), arrivals);
				var poster = new Poster(mesh.gateway().endpoint(), author)) {
			Parallel.map(AT_ONCE, online, (person) -> {
				wires.open(person.token());
				return person;
			});
			out.printf(Locale.ROOT,
					"%,d followers, %,d online, %d posts/s, %d s of warm-up first%n%5s %9s %8s %8s %8s %8s %8s %9s  %s%n",
					audience.followers(), audience.online(), this.rate, WARM_UP.toSeconds(), "round", "frames",
					"lacking", "failed", "p50 ms", "p95 ms", "p99 ms", "last p99", "CPU ms per post");
			write(poster, warmUpRate(audience), WARM_UP, arrivals);
			// services that just start may have sent some away
			wires.reopen();
			write(poster, this.rate, SETTLING, arrivals);
			arrivals.take();
			poster.failed();
			for (int round = 1; round <= ROUNDS; round++) {
				var before = CpuTime.of(mesh);
				var messages = Published.of(mesh);
				long posts = write(poster, this.rate, ROUND, arrivals);
				Arrivals.Round arrived = arrivals.take();
				Percentiles each = arrived.each();
				out.printf(Locale.ROOT, "%5d %,9d %8d %8d %8s %8s %8s %9s  %s; %s%n", round, each.count(),
						posts * audience.online() - each.count(), poster.failed(), each.ms(50), each.ms(95),
						each.ms(99), arrived.last().ms(99), CpuTime.of(mesh).since(before).per(posts),
						Published.of(mesh).since(messages).per(posts));
			}
		}
	}

	private int warmUpRate(Audience audience) {
		int bearable = WARM_UP_FRAMES / Math.max(1, audience.online());
		return Math.max(this.rate, Math.min(WARM_UP_RATE, bearable));
	}

	/** Returns some time after the last post, when its frames should have come. */
	private static long write(Poster author, int rate, Duration length, Arrivals arrivals) {
		Duration period = Duration.ofSeconds(1).dividedBy(rate);
		long posts = length.dividedBy(period);
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			var pace = new Pace(period);
			for (long post = 0; post < posts; post++) {
				int number = arrivals.next();
				threads.execute(() -> author.post(Arrivals.text(number), () -> arrivals.begin(number)));
				pace.await();
			}
		}
		new Pace(Duration.ofSeconds(2)).await();
		return posts;
	}

}
