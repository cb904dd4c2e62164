package social.dialogs.shard;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/**
 * A worker as seen from here: so many statements at most keep a connection for it, and
 * one that fails is left alone for a while.
 * <p>
 * Whoever asks a frozen worker waits until the connection is given up, and the
 * coordinator, which can't give up, loses a connection of its own each time.
 */
class Worker {

	private static final Duration BUSY = Duration.ofSeconds(1);

	private static final Duration AWAY = Duration.ofSeconds(2);

	private final Semaphore connections;

	private final Semaphore waiting;

	private final Duration patience;

	private final CircuitBreaker breaker;

	Worker(ShardProperties properties, CircuitBreaker breaker) {
		this.connections = new Semaphore(properties.connections());
		this.waiting = new Semaphore(properties.waiting());
		this.patience = properties.patience();
		this.breaker = breaker;
	}

	/**
	 * Does work that concerns this worker alone.
	 * @throws WorkerAway if it is left alone now, or is too busy
	 */
	<T extends @Nullable Object> T run(Supplier<T> work) {
		enter();
		try {
			return this.breaker.executeSupplier(work);
		}
		catch (CallNotPermittedException ex) {
			throw new WorkerAway(AWAY);
		}
		finally {
			this.connections.release();
		}
	}

	private void enter() {
		if (!this.waiting.tryAcquire()) {
			throw new WorkerAway(BUSY);
		}
		try {
			if (!this.connections.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new WorkerAway(BUSY);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new WorkerAway(BUSY);
		}
		finally {
			this.waiting.release();
		}
	}

}
