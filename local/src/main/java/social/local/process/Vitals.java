package social.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the kernel tells about a process.
 *
 * @param started clock ticks from boot to its start: with the id they name one process
 * for ever
 * @param resident bytes of memory
 */
record Vitals(long started, long resident) {

	/** Nothing of a process that ended, even where nobody has asked for its exit code. */
	static Optional<Vitals> of(long pid) {
		Path folder = Path.of("/proc", Long.toString(pid));
		try {
			String stat = Files.readString(folder.resolve("stat"));
			String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			return "ZX".contains(words[0]) ? Optional.empty()
					: Optional.of(new Vitals(Long.parseLong(words[19]), resident(folder)));
		}
		catch (IOException | UncheckedIOException ex) {
			return Optional.empty();
		}
	}

	private static long resident(Path folder) throws IOException {
		try (Stream<String> lines = Files.lines(folder.resolve("status"))) {
			return lines.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
				.sum();
		}
	}

}
