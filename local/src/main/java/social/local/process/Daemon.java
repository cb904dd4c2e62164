package social.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A process that outlives whoever started it and is found again by its pid file: "process
 * id, start". While the file is there the process is meant to run.
 */
public record Daemon(Path pidFile) {

	private static final Duration PAUSE = Duration.ofMillis(20);

	private static final int MODEST = 10;

	// /proc/self is the shell that becomes the program, in a session of its own by then
	private static final List<String> MODESTLY = List.of("sh", "-c",
			"echo %d 2> /dev/null > /proc/self/autogroup; exec \"$0\" \"$@\"".formatted(MODEST));

	/** Starts a program in a session of its own, so that Ctrl-C does not reach it. */
	public void start(List<String> command, Map<String, String> environment, Log log) {
		try {
			log.turn();
			var words = new ArrayList<>(List.of("setsid"));
			words.addAll(command);
			var builder = new ProcessBuilder(words).redirectErrorStream(true)
				.redirectInput(new File("/dev/null"))
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
			builder.environment().putAll(environment);
			remember(builder.start().pid());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The same, and lets other programs have the processors first until it is told to
	 * {@linkplain #claimShare(int) claim its share}. Linux weighs sessions against each
	 * other (sched(7), autogroup); where it does not, this changes nothing.
	 */
	public void startModestly(List<String> command, Map<String, String> environment, Log log) {
		start(Stream.concat(MODESTLY.stream(), command.stream()).toList(), environment, log);
	}

	/**
	 * From now on it has the processors as others do.
	 * @param nice 0 for a full share, up to 19 for less of one
	 */
	public void claimShare(int nice) {
		weigh(nice);
	}

	/** From now on it lets other programs have the processors first. */
	public void yieldShare() {
		weigh(MODEST);
	}

	/**
	 * From now on its threads wait, once woken, until the thread that runs waits itself
	 * or has had its time (sched(7), {@code SCHED_BATCH}); or no longer.
	 * @return false if the kernel refuses that: then nothing changes
	 */
	public boolean giveWay(boolean gives) {
		return vitals().filter((member) -> member.givesWay() != gives)
			.map((member) -> chrt(gives ? "--batch" : "--other", member.pid()))
			.reduce(true, Boolean::logicalAnd);
	}

	/** Makes a process that already runs this daemon. */
	public void remember(long pid) {
		try {
			Path part = this.pidFile.resolveSibling(this.pidFile.getFileName() + ".part");
			Files.createDirectories(part.getParent());
			Files.writeString(part, "%d %d".formatted(pid, Vitals.of(pid).map(Vitals::started).orElse(0L)));
			Files.move(part, this.pidFile, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** From now on the process is not meant to run. */
	public void forget() {
		try {
			Files.deleteIfExists(this.pidFile);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The process, if it runs. */
	public Optional<ProcessHandle> process() {
		try {
			String[] words = Files.readString(this.pidFile).split(" ");
			long pid = Long.parseLong(words[0]);
			return Vitals.of(pid)
				.filter((vitals) -> vitals.started() == Long.parseLong(words[1]))
				.flatMap((vitals) -> ProcessHandle.of(pid));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/** Whether it runs. */
	public boolean isAlive() {
		return process().isPresent();
	}

	/** Whether it ended though nobody stopped it. */
	public boolean isDead() {
		return !isAlive() && isMeant();
	}

	/** Whether it was started and not stopped since. */
	public boolean isMeant() {
		return Files.exists(this.pidFile);
	}

	/** Asks the process to end and waits; what does not end in time is killed. */
	public void stop(Duration grace) {
		List<ProcessHandle> family = family().toList();
		forget();
		family.stream().limit(1).forEach(ProcessHandle::destroy);
		if (!family.stream().limit(1).allMatch((process) -> ended(process, grace))) {
			kill(family);
		}
	}

	/** Lets somebody who knows the process better end it. */
	public void stop(Consumer<ProcessHandle> end) {
		Optional<ProcessHandle> process = process();
		forget();
		process.ifPresent(end);
	}

	/** Ends the process and its children at once, as a crash would. */
	public void kill() {
		kill(family().toList());
	}

	/** The memory of the process and its children, in bytes. */
	public long memory() {
		return vitals().mapToLong(Vitals::memory).sum();
	}

	/** How long the process and its children have had a core. */
	public Duration cpu() {
		return vitals().map(Vitals::cpu).reduce(Duration.ZERO, Duration::plus);
	}

	private Stream<ProcessHandle> family() {
		return process().stream().flatMap((process) -> Stream.concat(Stream.of(process), process.descendants()));
	}

	private Stream<Vitals> vitals() {
		return family().flatMap((member) -> Vitals.of(member.pid()).stream());
	}

	private void weigh(int nice) {
		process().ifPresent((process) -> new Share(process.pid()).weigh(nice));
	}

	private static boolean chrt(String policy, long pid) {
		try {
			return new ProcessBuilder("chrt", "--all-tasks", policy, "--pid", "0", Long.toString(pid))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0 || Vitals.of(pid).isEmpty();
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static void kill(List<ProcessHandle> family) {
		family.forEach(ProcessHandle::destroyForcibly);
		family.forEach((process) -> ended(process, Duration.ofSeconds(10)));
	}

	private static boolean ended(ProcessHandle process, Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		while (Vitals.of(process.pid()).isPresent() && System.nanoTime() < deadline) {
			LockSupport.parkNanos(PAUSE.toNanos());
		}
		return Vitals.of(process.pid()).isEmpty();
	}

}
