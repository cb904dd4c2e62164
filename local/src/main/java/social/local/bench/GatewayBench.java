package social.local.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import social.local.client.Person;
import social.local.mesh.Mesh;

/**
 * CPU time of one request at a gateway: ours, HAProxy and a stock Spring Cloud Gateway,
 * in turns, before the same server of the same short answer.
 */
public record GatewayBench() implements Bench {

	private static final int CONNECTIONS = 64;

	// seconds: on two slow cores the compiler is not done after one minute
	private static final int WARM_UP = 120;

	private static final int ROUNDS = 5;

	private static final int ROUND = 10;

	@Override
	public void run(Mesh mesh, PrintStream out) {
		Wrk.check();
		Person reader = Stage.fresh(mesh).newcomer();
		try (var contest = new Contest(mesh)) {
			List<Contender> contenders = contest.contenders();
			var drivers = new ArrayList<Wrk>();
			for (Contender contender : contenders) {
				contender.start();
				String url = contender.awaitReady(reader.token());
				var driver = new Wrk(url, "Authorization: Bearer " + reader.token(), CONNECTIONS);
				driver.run(WARM_UP);
				drivers.add(driver);
			}
			out.printf(Locale.ROOT, "%5s %-22s %8s %8s %8s %7s %12s %8s%n", "round", "gateway", "req/s", "p50 ms",
					"p99 ms", "failed", "CPU us each", "ratio");
			for (int round = 1; round <= ROUNDS; round++) {
				double least = 0;
				for (int i = 0; i < contenders.size(); i++) {
					Duration before = contenders.get(i).cpu();
					Wrk.Result result = drivers.get(i).run(ROUND);
					double us = contenders.get(i).cpu().minus(before).toNanos() / 1e3 / Math.max(1, result.requests());
					least = (i == 0) ? us : least;
					out.printf(Locale.ROOT, "%5d %-22s %8.0f %8s %8s %7d %12.0f %8.2f%n", round,
							contenders.get(i).name(), result.perSecond(), result.p50(), result.p99(), result.failed(),
							us, us / least);
				}
			}
		}
	}

}
