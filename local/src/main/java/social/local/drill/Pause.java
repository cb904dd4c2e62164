package social.local.drill;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Time that has to pass. */
final class Pause {

	private static final Duration STEP = Duration.ofMillis(200);

	private Pause() {
	}

	/** Returns when it has passed. */
	static void of(Duration length) {
		long end = System.nanoTime() + length.toNanos();
		for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	/**
	 * Returns when something is so, at the latest after a time; the answer is whether it
	 * is.
	 */
	static boolean until(Duration patience, BooleanSupplier condition) {
		long end = System.nanoTime() + patience.toNanos();
		boolean so = condition.getAsBoolean();
		while (!so && System.nanoTime() < end) {
			of(STEP);
			so = condition.getAsBoolean();
		}
		return so;
	}

}
