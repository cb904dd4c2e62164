package social.local.command;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import social.local.deadletter.DeadLetterQueue;
import social.local.deadletter.DeadLetters;
import social.local.mesh.Mesh;
import social.local.mesh.Progress;
import social.local.mesh.Settings;

/** Shows dead letters, or brings them back to their queue. */
sealed interface DeadLetterCommand extends Command {

	static DeadLetterCommand of(Arguments arguments) {
		String what = arguments.word("list or replay");
		return switch (what) {
			case "list" -> new Listing();
			case "replay" -> new Replay(arguments.word("QUEUE"));
			default -> throw new WrongUsage("dlq: %s (expected: list, replay)".formatted(what));
		};
	}

	@Override
	default int run() {
		Mesh mesh = Running.mesh(Progress.SILENT);
		try (var letters = DeadLetters.at(mesh.part("rabbitmq").place().port(), mesh.login("rabbitmq"))) {
			run(letters);
			return 0;
		}
	}

	void run(DeadLetters letters);

	private static List<DeadLetterQueue> queues() {
		return DeadLetterQueue.all(Settings.defaults().repository());
	}

	private static DeadLetterQueue queue(String name) {
		return queues().stream().filter((queue) -> queue.name().equals(name)).findFirst().orElseThrow(() -> {
			String names = queues().stream().map(DeadLetterQueue::name).collect(Collectors.joining(", "));
			return new WrongUsage("QUEUE: %s (expected: %s)".formatted(name, names));
		});
	}

	/** Shows how many letters wait in which queue, and the first of them. */
	record Listing() implements DeadLetterCommand {

		private static final int MOST = 20;

		@Override
		public void run(DeadLetters letters) {
			Instant now = Instant.now();
			for (DeadLetterQueue queue : queues()) {
				System.out.printf(Locale.ROOT, "%-40s %d%n", queue.name(), letters.count(queue));
				letters.first(queue, MOST)
					.forEach((letter) -> System.out.printf(Locale.ROOT, "  %-16s %8s  %s%n", letter.type(),
							letter.age(now), letter.why()));
			}
		}

	}

	/**
	 * Brings the letters of a queue back.
	 *
	 * @param name where they wait
	 */
	record Replay(String name) implements DeadLetterCommand {

		@Override
		public void run(DeadLetters letters) {
			System.out.printf(Locale.ROOT, "%d moved%n", letters.replay(queue(this.name)));
		}

	}

}
