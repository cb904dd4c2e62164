package social.posts.feed;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets in as much as can be borne at once; others wait for a while, in line. */
class Door {

	private final Semaphore places;

	private final Duration patience;

	/**
	 * A door that nobody is in.
	 * @param places how much it lets in
	 * @param patience how long the others wait
	 */
	Door(int places, Duration patience) {
		this.places = new Semaphore(places, true);
		this.patience = patience;
	}

	/**
	 * Does some work inside.
	 * @param takes how many places it takes
	 * @throws FeedBusy if they were not free in time
	 */
	<T> T enter(int takes, Supplier<T> work) {
		try {
			if (!this.places.tryAcquire(takes, this.patience.toNanos(), TimeUnit.NANOSECONDS)) {
				throw new FeedBusy();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new FeedBusy();
		}
		try {
			return work.get();
		}
		finally {
			this.places.release(takes);
		}
	}

}
