package social.dialogs.dialog;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Lets only so many change one dialog at once, the others wait in line.
 * <p>
 * Each of them would take a connection and then wait with it for the dialog's row: who
 * writes much into one dialog would hold all connections. So a turn comes before the
 * connection. Only the dialogs that are being changed are remembered.
 */
@Component
@EnableConfigurationProperties(TurnProperties.class)
class Turns {

	private final Map<UUID, Line> lines = new ConcurrentHashMap<>();

	private final TurnProperties properties;

	Turns(TurnProperties properties) {
		this.properties = properties;
	}

	/**
	 * Does work that changes a dialog, when it is its turn.
	 * @throws DialogBusy if the line is full, or too slow
	 */
	<T extends @Nullable Object> T take(Dialog dialog, Supplier<T> work) {
		Semaphore places = this.lines.compute(dialog.id(), (id, line) -> join(line)).places();
		try {
			return inTurn(places, work);
		}
		finally {
			this.lines.computeIfPresent(dialog.id(), (id, line) -> line.left());
		}
	}

	/** Whether no dialog is remembered. */
	boolean isIdle() {
		return this.lines.isEmpty();
	}

	private Line join(@Nullable Line line) {
		if (line == null) {
			return new Line(new Semaphore(this.properties.atOnce(), true), 1);
		}
		if (line.people() == this.properties.atOnce() + this.properties.waiting()) {
			throw new DialogBusy();
		}
		return new Line(line.places(), line.people() + 1);
	}

	private <T extends @Nullable Object> T inTurn(Semaphore places, Supplier<T> work) {
		await(places);
		try {
			return work.get();
		}
		finally {
			places.release();
		}
	}

	private void await(Semaphore places) {
		try {
			if (!places.tryAcquire(this.properties.patience().toMillis(), TimeUnit.MILLISECONDS)) {
				throw new DialogBusy();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DialogBusy();
		}
	}

	/**
	 * Those who change a dialog.
	 *
	 * @param places for those whose turn it is
	 * @param people how many there are, with those who wait
	 */
	private record Line(Semaphore places, int people) {

		private @Nullable Line left() {
			return (this.people > 1) ? new Line(this.places, this.people - 1) : null;
		}

	}

}
