package social.dialogs.dialog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the dialogs, each with the place that its next message takes. */
@Repository
class Dialogs {

	private final JdbcClient jdbc;

	Dialogs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes the next place in a dialog. Whoever comes later waits until this transaction
	 * ends, so that a place is never skipped.
	 */
	Place next(Dialog dialog) {
		// now() is when a transaction began: the one that waited may have begun first
		return this.jdbc.sql("""
				INSERT INTO dialog (dialog_id, user_lo, user_hi, last_seq, last_at)
				VALUES (:dialog, :low, :high, 1, now())
				ON CONFLICT (dialog_id) DO UPDATE
				SET last_seq = dialog.last_seq + 1, last_at = greatest(dialog.last_at, EXCLUDED.last_at)
				RETURNING last_seq, last_at, listed
				""")
			.param("dialog", dialog.id())
			.param("low", dialog.low().value())
			.param("high", dialog.high().value())
			.query((row, number) -> new Place(row.getLong("last_seq"),
					row.getObject("last_at", OffsetDateTime.class).toInstant(), row.getBoolean("listed")))
			.single();
	}

	/**
	 * The last place taken in a dialog, if it has begun. Nobody takes the next one before
	 * this transaction ends.
	 */
	Optional<Long> last(Dialog dialog) {
		return this.jdbc.sql("SELECT last_seq FROM dialog WHERE dialog_id = :dialog FOR UPDATE")
			.param("dialog", dialog.id())
			.query(Long.class)
			.optional();
	}

	/**
	 * Where and when a message comes to stand.
	 *
	 * @param seq its number in the dialog
	 * @param at its time
	 * @param listed whether the dialog is in the lists of both
	 */
	record Place(long seq, Instant at, boolean listed) {
	}

}
