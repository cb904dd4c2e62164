package social.local.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;

import social.local.client.Person;
import social.local.mesh.Mesh;

/**
 * The home feed of 20 posts, read over 16 connections at once by wrk: by readers who
 * follow few and many, in turn, so that none of them has the warmer machine.
 */
public record FeedBench() implements Bench {

	private static final int[] FRIENDS = { 10, 100, 1_000 };

	private static final int POSTS = 50_000;

	private static final int ROUNDS = 3;

	private static final int WARM_UP = 40;

	private static final int ROUND = 10;

	@Override
	public void run(Mesh mesh, PrintStream out) {
		if (!Wrk.isInstalled()) {
			throw new Wrk.Missing();
		}
		var stage = Stage.of(mesh, FRIENDS[FRIENDS.length - 1], POSTS);
		var readers = new LinkedHashMap<Integer, Wrk>();
		for (int friends : FRIENDS) {
			readers.put(friends, reader(mesh, stage, friends));
		}
		out.printf(Locale.ROOT, "each is read for %d s first%n%5s %9s %8s %8s %8s %7s  %s%n", WARM_UP, "round",
				"followed", "req/s", "p50 ms", "p99 ms", "failed", "CPU ms per request");
		readers.values().forEach((wrk) -> wrk.run(WARM_UP));
		for (int round = 1; round <= ROUNDS; round++) {
			for (var reader : readers.entrySet()) {
				out.printf("%5d %9d %s%n", round, reader.getKey(), round(mesh, reader.getValue()));
			}
		}
	}

	private static Wrk reader(Mesh mesh, Stage stage, int friends) {
		Person reader = stage.newcomer();
		stage.follow(reader, friends);
		reader.feed("").orFail("feed");
		return new Wrk(mesh.gateway().endpoint() + "/post/feed?limit=20", reader.token());
	}

	private static String round(Mesh mesh, Wrk wrk) {
		var before = CpuTime.of(mesh);
		Wrk.Result result = wrk.run(ROUND);
		return String.format(Locale.ROOT, "%8.0f %8s %8s %7d  %s", result.perSecond(), result.p50(), result.p99(),
				result.failed(), CpuTime.of(mesh).since(before).per(result.requests()));
	}

}
