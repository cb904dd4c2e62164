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
 */
public record PushBench(List<Audience> audiences) implements Bench {

	private static final int ROUNDS = 3;

	private static final Duration ROUND = Duration.ofSeconds(30);

	private static final Duration WARM_UP = Duration.ofSeconds(60);

	private static final Duration PERIOD = Duration.ofMillis(100);

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

	private static void run(Mesh mesh, Audience audience, PrintStream out) {
		var stage = Stage.of(mesh, Math.max(audience.online(), 2), 0);
		Person author = stage.newcomer();
		stage.gather(author, audience.followers());
		var arrivals = new Arrivals((int) (ROUND.dividedBy(PERIOD) * audience.online()));
		try (var wires = new Wires(mesh.gateway().endpoint(), arrivals)) {
			Parallel.map(AT_ONCE, stage.first(audience.online()), (person) -> {
				wires.open(person.token());
				return person;
			});
			out.printf(Locale.ROOT, "%,d followers, %,d online, %d s of warm-up first%n%5s %9s %8s %8s %8s %8s  %s%n",
					audience.followers(), audience.online(), WARM_UP.toSeconds(), "round", "frames", "lacking",
					"p50 ms", "p95 ms", "p99 ms", "CPU ms per post");
			write(author, WARM_UP, arrivals);
			arrivals.take();
			for (int round = 1; round <= ROUNDS; round++) {
				var before = CpuTime.of(mesh);
				var messages = Published.of(mesh);
				long posts = write(author, ROUND, arrivals);
				Percentiles latency = arrivals.take();
				out.printf(Locale.ROOT, "%5d %,9d %8d %8s %8s %8s  %s; %s%n", round, latency.count(),
						posts * audience.online() - latency.count(), latency.ms(50), latency.ms(95), latency.ms(99),
						CpuTime.of(mesh).since(before).per(posts), Published.of(mesh).since(messages).per(posts));
			}
		}
	}

	/** Returns some time after the last post, when its frames should have come. */
	private static long write(Person author, Duration length, Arrivals arrivals) {
		long posts = length.dividedBy(PERIOD);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var pace = new Pace(PERIOD);
			for (long post = 0; post < posts; post++) {
				threads.execute(() -> author.posts(arrivals.begin()));
				pace.await();
			}
		}
		new Pace(Duration.ofSeconds(2)).await();
		return posts;
	}

}
