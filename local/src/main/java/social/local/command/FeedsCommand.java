package social.local.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import social.local.client.CachedFeeds;
import social.local.client.FeedAudit;
import social.local.client.Sample;
import social.local.mesh.Progress;
import social.local.seed.Bar;

/** Has cached feeds built anew, or compared with the database. */
sealed interface FeedsCommand extends Command {

	static FeedsCommand of(Arguments arguments) {
		String what = arguments.word("rebuild or audit");
		return switch (what) {
			case "rebuild" -> new Rebuild(arguments.option("--user").map(FeedsCommand::id));
			case "audit" -> new Audit((int) arguments.number("--sample", Audit.SAMPLE, 1, Audit.MOST));
			default -> throw new WrongUsage("feeds: %s (expected: rebuild, audit)".formatted(what));
		};
	}

	@Override
	default int run() {
		return run(CachedFeeds.of(Running.mesh(Progress.SILENT)));
	}

	int run(CachedFeeds feeds);

	private static String id(String text) {
		try {
			return UUID.fromString(text).toString();
		}
		catch (IllegalArgumentException ex) {
			throw new WrongUsage("--user: %s (expected: an id)".formatted(text));
		}
	}

	/**
	 * Has feeds built anew.
	 *
	 * @param user whose; all that are cached, if nobody's
	 */
	record Rebuild(Optional<String> user) implements FeedsCommand {

		@Override
		public int run(CachedFeeds feeds) {
			this.user.ifPresentOrElse((one) -> System.out.printf("%d asked for%n", feeds.rebuild(List.of(one))),
					() -> all(feeds));
			return 0;
		}

		private static void all(CachedFeeds feeds) {
			var count = new AtomicLong();
			feeds.each((users) -> count.addAndGet(users.size()));
			var bar = new Bar(System.out, Boolean.getBoolean("mesh.terminal"), "feeds", count.get());
			var asked = new AtomicLong();
			feeds.each((users) -> {
				if (!users.isEmpty()) {
					bar.at(asked.addAndGet(feeds.rebuild(users)));
				}
			});
			bar.end(String.format(Locale.ROOT, "%,d asked for", asked.get()));
		}

	}

	/**
	 * Compares feeds.
	 *
	 * @param sample how many
	 */
	record Audit(int sample) implements FeedsCommand {

		private static final int SAMPLE = 100;

		private static final int MOST = 100_000;

		@Override
		public int run(CachedFeeds feeds) {
			var chosen = new Sample(this.sample, ThreadLocalRandom.current().nextLong());
			feeds.each((users) -> users.forEach(chosen::offer));
			List<FeedAudit> audits = chosen.users().stream().map(feeds::audit).flatMap(Optional::stream).toList();
			List<FeedAudit> wrong = audits.stream().filter((audit) -> !audit.isRight()).toList();
			wrong.forEach((audit) -> System.out.printf("%s of %d posts: missing %s, extra %s%n", audit.user(),
					audit.cached(), audit.missing(), audit.extra()));
			System.out.printf(Locale.ROOT, "%,d feeds of %,d posts compared, %,d of them wrong%n", audits.size(),
					audits.stream().mapToLong(FeedAudit::cached).sum(), wrong.size());
			return wrong.isEmpty() ? 0 : 1;
		}

	}

}
