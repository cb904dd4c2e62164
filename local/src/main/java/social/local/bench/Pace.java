package social.local.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A beat that goes on evenly, however long each step takes. */
final class Pace {

	private final long begun = System.nanoTime();

	private final long period;

	private long steps;

	Pace(Duration period) {
		this.period = period.toNanos();
	}

	/** Returns when it is time for the next step. */
	void await() {
		long next = this.begun + ++this.steps * this.period;
		for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

}
