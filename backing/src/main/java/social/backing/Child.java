package social.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A process in a session of its own, so that a terminal's Ctrl-C ends only its parent.
 */
final class Child {

	private static final Duration PAUSE = Duration.ofMillis(20);

	private static final Duration GRACE = Duration.ofSeconds(30);

	private final String name;

	private final Process process;

	private final Path log;

	private Child(String name, Process process, Path log) {
		this.name = name;
		this.process = process;
		this.log = log;
	}

	/** Starts a command whose output goes to a fresh log. */
	static Child start(String name, Path folder, Path log, Map<String, String> environment, List<String> command) {
		var words = new ArrayList<>(List.of("setsid"));
		words.addAll(command);
		var builder = new ProcessBuilder(words).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
			.redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		try {
			return new Child(name, builder.start(), log);
		}
		catch (IOException ex) {
			throw new NotStarted("%s did not start: %s".formatted(name, ex.getMessage()), ex);
		}
	}

	long pid() {
		return this.process.pid();
	}

	/**
	 * Waits until the log holds a text.
	 * @throws NotStarted if the process ends before, or takes longer than the patience
	 */
	Child awaitLine(String text, Duration patience) {
		return await(() -> output().contains(text), patience);
	}

	/**
	 * Waits until a port on loopback takes connections.
	 * @throws NotStarted if the process ends before, or takes longer than the patience
	 */
	Child awaitPort(int port, Duration patience) {
		return await(() -> FreePort.taken(port), patience);
	}

	private Child await(BooleanSupplier ready, Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		while (!ready.getAsBoolean()) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				this.process.destroyForcibly();
				throw new NotStarted("%s did not start: %s (log: %s)".formatted(this.name, lastLine(), this.log));
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
		return this;
	}

	/** Waits for an end that needs no help. */
	void await() {
		try {
			if (!this.process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS) || this.process.exitValue() != 0) {
				throw new NotStarted("%s failed: %s (log: %s)".formatted(this.name, lastLine(), this.log));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotStarted(this.name + " was interrupted", ex);
		}
	}

	/** Sends a signal and waits for the end; kills what does not end in 30 s. */
	void stop(String signal) {
		stop(this.process.toHandle(), signal);
	}

	/** As {@link #stop(String)}, for a process that somebody else started. */
	static void stop(ProcessHandle process, String signal) {
		if (!process.isAlive()) {
			return;
		}
		try {
			new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
			process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (Exception ex) {
			process.destroyForcibly();
		}
	}

	private String output() {
		try {
			return Files.exists(this.log) ? Files.readString(this.log) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String lastLine() {
		return output().lines().filter((line) -> !line.isBlank()).reduce("", (before, line) -> line);
	}

}
