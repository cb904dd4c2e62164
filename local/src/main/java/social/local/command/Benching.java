package social.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import social.local.bench.Bench;
import social.local.bench.FanoutBench;
import social.local.bench.FeedBench;
import social.local.bench.GatewayBench;
import social.local.bench.PushBench;
import social.local.bench.SocketBench;
import social.local.mesh.Progress;

/** Measures the running mesh. */
record Benching(Bench bench) implements Command {

	private static final int MOST_FOLLOWERS = 10_000_000;

	private static final int RATE = 10;

	private static final int MOST_RATE = 1_000;

	private static final int MOST_SOCKETS = 15_000;

	private static final int SOCKETS = 5_000;

	private static final int MINUTES = 10;

	private static final int MOST_MINUTES = 24 * 60;

	static Benching of(Arguments arguments) {
		String what = arguments.word("push, feed, fanout, gateway or sockets");
		return new Benching(switch (what) {
			case "push" -> push(arguments);
			case "feed" -> new FeedBench();
			case "fanout" -> new FanoutBench();
			case "gateway" -> new GatewayBench();
			case "sockets" -> new SocketBench((int) arguments.number("--sockets", SOCKETS, 1, MOST_SOCKETS),
					Duration.ofMinutes(arguments.number("--minutes", MINUTES, 1, MOST_MINUTES)));
			default ->
				throw new WrongUsage("bench: %s (expected: push, feed, fanout, gateway, sockets)".formatted(what));
		});
	}

	@Override
	public int run() {
		this.bench.run(Running.mesh(Progress.SILENT), System.out);
		return 0;
	}

	private static PushBench push(Arguments arguments) {
		int rate = (int) arguments.number("--rate", RATE, 1, MOST_RATE);
		Optional<String> followers = arguments.option("--followers");
		var few = new PushBench.Audience(10, 10);
		if (followers.isEmpty()) {
			return new PushBench(List.of(new PushBench.Audience(50, 50), few), rate);
		}
		int all = (int) Arguments.number("--followers", followers.get(), 1, MOST_FOLLOWERS);
		int online = (int) arguments.number("--online", Math.min(all, MOST_SOCKETS), 1, Math.min(all, MOST_SOCKETS));
		return new PushBench(List.of(new PushBench.Audience(all, online), few), rate);
	}

}
