package social.local.bench;

import java.io.PrintStream;
import java.util.Locale;

import social.local.client.Person;
import social.local.mesh.Mesh;

/** The home feed of 20 posts, read over 16 connections at once by wrk. */
public record FeedBench() implements Bench {

	private static final int[] FRIENDS = { 10, 100, 1_000 };

	private static final int POSTS = 50_000;

	private static final int ROUNDS = 3;

	private static final int WARM_UP = 20;

	private static final int ROUND = 10;

	@Override
	public void run(Mesh mesh, PrintStream out) {
		if (!Wrk.isInstalled()) {
			throw new Wrk.Missing();
		}
		var stage = Stage.of(mesh, FRIENDS[FRIENDS.length - 1], POSTS);
		for (int friends : FRIENDS) {
			Person reader = stage.newcomer();
			stage.follow(reader, friends);
			reader.feed("").orFail("feed");
			out.printf(Locale.ROOT, "%,d followed%n%5s %8s %8s %8s %7s  %s%n", friends, "round", "req/s", "p50 ms",
					"p99 ms", "failed", "CPU ms per request");
			var wrk = new Wrk(mesh.gateway().endpoint() + "/post/feed?limit=20", reader.token());
			wrk.run(WARM_UP);
			for (int round = 1; round <= ROUNDS; round++) {
				var before = CpuTime.of(mesh);
				Wrk.Result result = wrk.run(ROUND);
				out.printf(Locale.ROOT, "%5d %8.0f %8s %8s %7d  %s%n", round, result.perSecond(), result.p50(),
						result.p99(), result.failed(), CpuTime.of(mesh).since(before).per(result.requests()));
			}
		}
	}

}
