package social.local.bench;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.LongStream;

import social.local.client.CachedFeeds;
import social.local.client.Person;
import social.local.client.Resp;
import social.local.mesh.Mesh;
import social.local.process.Trouble;

/**
 * From a post's request to the last follower's cached feed, and how much of it the worker
 * takes, beside the same writes sent to the same Redis all at once, in turns.
 */
public record FanoutBench() implements Bench {

	private static final String WORKED = "social_feed_fanout_seconds_sum";

	private static final int[] FOLLOWERS = { 100, 1_000, 9_000 };

	private static final int ROUNDS = 20;

	private static final int WARM_UP = 3;

	private static final Duration PAUSE = Duration.ofMillis(2);

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	// what Redis says of a member that is not there
	private static final String ABSENT = "-1";

	@Override
	public void run(Mesh mesh, PrintStream out) {
		out.printf("%9s %9s %10s %8s %10s %12s %10s %9s %12s  %s%n", "followers", "rounds", "median ms", "p99 ms",
				"worker ms", "raw ms", "raw/s", "raw/whole", "raw/worker", "CPU ms per post");
		try (Resp redis = Resp.of(mesh)) {
			for (int followers : FOLLOWERS) {
				run(mesh, redis, followers, out);
			}
		}
	}

	private static void run(Mesh mesh, Resp redis, int followers, PrintStream out) {
		var stage = Stage.fresh(mesh);
		Person author = stage.newcomer();
		stage.gather(author, followers);
		List<String> feeds = LongStream.range(0, followers)
			.mapToObj((index) -> "feed:" + stage.crowd().person(index))
			.toList();
		build(mesh, stage, redis, feeds);
		long[] whole = new long[ROUNDS];
		long[] worker = new long[ROUNDS];
		long[] raw = new long[ROUNDS];
		var cpu = CpuTime.of(mesh);
		for (int round = -WARM_UP; round < ROUNDS; round++) {
			if (round == 0) {
				cpu = CpuTime.of(mesh);
			}
			// later rounds write over the warm-up
			int at = Math.floorMod(round, ROUNDS);
			double worked = worked(mesh);
			whole[at] = post(author, redis, feeds);
			raw[at] = raw(redis, feeds);
			worker[at] = Math.round((worked(mesh) - worked) * 1e9);
		}
		CpuTime spent = CpuTime.of(mesh).since(cpu);
		var all = new Percentiles(whole);
		double work = new Percentiles(worker).at(50) / 1e6;
		double bare = new Percentiles(raw).at(50) / 1e6;
		out.printf(Locale.ROOT, "%,9d %9d %10s %8s %10.1f %12.1f %,10.0f %9.2f %12.2f  %s%n", followers, ROUNDS,
				all.ms(50), all.ms(99), work, bare, followers / bare * 1000, bare / (all.at(50) / 1e6), bare / work,
				spent.per(ROUNDS));
	}

	/** How many seconds the workers have been at feeds, by their own clocks. */
	private static double worked(Mesh mesh) {
		return Metrics.sum(mesh, WORKED).values().stream().mapToDouble(Double::doubleValue).sum();
	}

	/** Has all feeds built and returns when they are there, each to its end. */
	private static void build(Mesh mesh, Stage stage, Resp redis, List<String> feeds) {
		var cached = CachedFeeds.of(mesh);
		for (int from = 0; from < feeds.size(); from += CachedFeeds.PAGE) {
			cached.rebuild(LongStream.range(from, Math.min(from + CachedFeeds.PAGE, feeds.size()))
				.mapToObj((index) -> stage.crowd().person(index).toString())
				.toList());
		}
		await(redis, feeds, (feed) -> Resp.command("ZRANK", feed, "!"));
	}

	private static long post(Person author, Resp redis, List<String> feeds) {
		long begun = System.nanoTime();
		String id = author.posts("fan-out").orFail("post").body().replace("\"", "");
		await(redis, feeds, (feed) -> Resp.command("ZRANK", feed, id));
		return System.nanoTime() - begun;
	}

	/**
	 * Asks the last feed until it answers, then all, which in most cases are there by
	 * then.
	 */
	private static void await(Resp redis, List<String> feeds, Function<String, byte[]> question) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		for (List<String> some : List.of(List.of(feeds.getLast()), feeds)) {
			byte[] questions = commands(some, question);
			while (redis.all(some.size(), questions).stream().anyMatch(ABSENT::equals)) {
				if (System.nanoTime() > deadline) {
					throw new NotFannedOut();
				}
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
	}

	private static long raw(Resp redis, List<String> feeds) {
		String member = UUID.randomUUID().toString();
		byte[] add = commands(feeds, (feed) -> Resp.command("ZADD", feed, "0", member));
		byte[] remove = commands(feeds, (feed) -> Resp.command("ZREM", feed, member));
		long begun = System.nanoTime();
		redis.all(feeds.size(), add);
		long took = System.nanoTime() - begun;
		redis.all(feeds.size(), remove);
		return took;
	}

	private static byte[] commands(List<String> feeds, Function<String, byte[]> command) {
		var bytes = new ByteArrayOutputStream();
		feeds.forEach((feed) -> bytes.writeBytes(command.apply(feed)));
		return bytes.toByteArray();
	}

	/** Some feed does not get what it should. */
	static class NotFannedOut extends Trouble {

		private static final long serialVersionUID = 1L;

		NotFannedOut() {
			super("a feed lacks its post after %d minutes".formatted(PATIENCE.toMinutes()));
		}

	}

}
