package social.websocket.session;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The turns of those who ask another service: so many at once, the others wait in line.
 */
public class Turns {

	private final Semaphore places;

	private final Duration patience;

	/**
	 * Lets some ask.
	 * @param questions how many at once
	 * @param patience how long one waits for a turn
	 */
	public Turns(int questions, Duration patience) {
		this.places = new Semaphore(questions, true);
		this.patience = patience;
	}

	/** Waits for a turn, which has to be given back; false if none was free in time. */
	public boolean take() {
		try {
			return this.places.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Gives a turn back. */
	public void giveBack() {
		this.places.release();
	}

}
