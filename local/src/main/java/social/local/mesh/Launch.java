package social.local.mesh;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import social.backing.NotStarted;
import social.local.process.Trouble;

/**
 * One start of parts, all at once but for services, which wait for the servers that they
 * lean on. The first failure ends the whole.
 */
final class Launch {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	// a program that leaves the processors to others has to come up among them all the
	// same
	private static final Duration MODESTY = Duration.ofMinutes(1);

	private static final Duration PAUSE = Duration.ofMillis(100);

	private final AtomicReference<@Nullable Trouble> failure = new AtomicReference<>();

	private final Progress progress;

	Launch(Progress progress) {
		this.progress = progress;
	}

	/**
	 * Returns when all are ready.
	 * @throws Trouble the first failure; nothing is on its way any more then
	 */
	synchronized void run(List<Part> parts) {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			each(parts, Stage.DISCOVERY, threads, this::start);
			each(parts, Stage.GATEWAY, threads, this::start);
			each(parts, Stage.SERVICES, threads, Part::prepare);
			each(parts, Stage.SERVERS, threads, this::start).join();
			each(parts, Stage.SERVICES, threads, this::start);
		}
		Trouble trouble = this.failure.get();
		if (trouble != null) {
			throw trouble;
		}
	}

	/** Ends the run; returns when no part is between its start and its pid file. */
	void cancel() {
		this.failure.compareAndSet(null, new NotReady("the start was interrupted"));
		awaitEnd();
	}

	private synchronized void awaitEnd() {
		// holding the lock is knowing that no run goes on
	}

	private CompletableFuture<Void> each(List<Part> parts, Stage stage, Executor threads, Consumer<Part> step) {
		return CompletableFuture.allOf(parts.stream()
			.filter((part) -> part.stage() == stage)
			.map((part) -> CompletableFuture.runAsync(() -> guard(part, step), threads))
			.toArray(CompletableFuture<?>[]::new));
	}

	private void guard(Part part, Consumer<Part> step) {
		try {
			if (this.failure.get() == null) {
				step.accept(part);
			}
		}
		catch (Trouble trouble) {
			this.failure.compareAndSet(null, trouble);
		}
		catch (NotStarted ex) {
			this.failure.compareAndSet(null, new NotReady(String.valueOf(ex.getMessage())));
		}
		catch (RuntimeException ex) {
			this.failure.compareAndSet(null, new NotReady("%s did not start: %s".formatted(part.name(), ex)));
		}
	}

	private void start(Part part) {
		long begun = System.nanoTime();
		this.progress.starting(part.name());
		part.start();
		boolean soon = await(part, MODESTY);
		part.settle();
		if (!soon && !await(part, PATIENCE.minus(MODESTY))) {
			throw new NotReady(part, "is not ready after %d s".formatted(PATIENCE.toSeconds()));
		}
		this.progress.ready(part.name(), Duration.ofNanos(System.nanoTime() - begun));
	}

	/** Whether it was ready in time. */
	private boolean await(Part part, Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		while (!part.isReady()) {
			if (part.daemon().isDead()) {
				throw new NotReady(part, "did not start");
			}
			Trouble trouble = this.failure.get();
			if (trouble != null) {
				throw trouble;
			}
			if (System.nanoTime() > deadline) {
				return false;
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
		return true;
	}

}
