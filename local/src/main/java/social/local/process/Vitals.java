package social.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the kernel tells about a process that lives.
 *
 * @param pid its number, which another may get when it is gone
 * @param started clock ticks from boot to its start: with the number they name it for
 * ever
 */
record Vitals(long pid, long started) {

	// its own times and its children's, in user and in kernel mode
	private static final int USER_TIME = 11;

	private static final int TIMES = 4;

	private static final int POLICY = 38;

	// SCHED_BATCH
	private static final String BATCH = "3";

	// Linux tells times in hundredths of a second, whatever its own clock does
	private static final int TICK = 10;

	/** Nothing of a process that ended, even where nobody has asked for its exit code. */
	static Optional<Vitals> of(long pid) {
		try {
			String[] words = words(pid);
			return "ZX".contains(words[0]) ? Optional.empty() : Optional.of(new Vitals(pid, Long.parseLong(words[19])));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/** Bytes of memory; what processes share is divided among them where we may know. */
	long memory() {
		try {
			return bytes("smaps_rollup", "Pss:");
		}
		catch (IOException | UncheckedIOException ex) {
			return resident();
		}
	}

	/** Whether its first thread is in the scheduling class of batches. */
	boolean givesWay() {
		try {
			return BATCH.equals(words(this.pid)[POLICY]);
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** How long it has had a core, with the children that it has seen end. */
	Duration cpu() {
		try {
			String[] words = words(this.pid);
			long ticks = 0;
			for (int field = USER_TIME; field < USER_TIME + TIMES; field++) {
				ticks += Long.parseLong(words[field]);
			}
			return Duration.ofMillis(ticks * TICK);
		}
		catch (IOException ex) {
			return Duration.ZERO;
		}
	}

	private static String[] words(long pid) throws IOException {
		String stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
		return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
	}

	private long resident() {
		try {
			return bytes("status", "VmRSS:");
		}
		catch (IOException | UncheckedIOException ex) {
			return 0;
		}
	}

	private long bytes(String file, String name) throws IOException {
		try (Stream<String> lines = Files.lines(Path.of("/proc/%d/%s".formatted(this.pid, file)))) {
			return lines.filter((line) -> line.startsWith(name))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
				.sum();
		}
	}

}
