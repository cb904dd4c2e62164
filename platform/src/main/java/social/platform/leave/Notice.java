package social.platform.leave;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.springframework.context.SmartLifecycle;

/**
 * The time between the word to the registry and the end of service. The word is given
 * when the context begins to close; without this pause the server would close its door in
 * the same moment, to everybody who has not heard it yet.
 */
class Notice implements SmartLifecycle {

	private final Duration length;

	private volatile boolean running;

	Notice(Duration length) {
		this.length = length;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		long end = System.nanoTime() + this.length.toNanos();
		for (long left = this.length.toNanos(); left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** A pause is no end. */
	@Override
	public boolean isPauseable() {
		return false;
	}

	/** Before everything else stops. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
