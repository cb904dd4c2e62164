package social.dialogs.dialog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

import social.dialogs.shard.Shards;
import social.platform.passport.UserId;

/**
 * Counts what each of the two has not read, in the very transaction that changes it: the
 * count can't be wrong.
 */
@Repository
class Unread {

	private final JdbcClient jdbc;

	private final Dialogs dialogs;

	private final TransactionOperations transaction;

	private final Shards shards;

	private final Turns turns;

	Unread(JdbcClient jdbc, Dialogs dialogs, TransactionOperations transaction, Shards shards, Turns turns) {
		this.jdbc = jdbc;
		this.dialogs = dialogs;
		this.transaction = transaction;
		this.shards = shards;
		this.turns = turns;
	}

	/** Begins to count for both. */
	void begin(Dialog dialog) {
		this.jdbc.sql("INSERT INTO unread (dialog_id, user_id) VALUES (:dialog, :low), (:dialog, :high)")
			.param("dialog", dialog.id())
			.param("low", dialog.low().value())
			.param("high", dialog.high().value())
			.update();
	}

	/** Counts one more message for its receiver; answers how many that makes. */
	long add(Dialog dialog, UserId receiver) {
		return this.jdbc.sql("""
				UPDATE unread SET count = count + 1 WHERE dialog_id = :dialog AND user_id = :user RETURNING count
				""").param("dialog", dialog.id()).param("user", receiver.value()).query(Long.class).single();
	}

	/**
	 * Takes what stands up to a place as read; never takes anything back, and never more
	 * than has been written.
	 * @throws DialogBusy if too many write into the dialog
	 */
	void read(Dialog dialog, UserId reader, long upTo) {
		this.turns.take(dialog, () -> this.shards.ofDialog(dialog.id(), () -> this.transaction.execute(
				(status) -> this.dialogs.last(dialog).map((last) -> subtract(dialog, reader, Math.min(upTo, last))))));
	}

	private int subtract(Dialog dialog, UserId reader, long upTo) {
		return this.jdbc.sql("""
				UPDATE unread SET read_seq = :upTo, count = count - (
				  SELECT count(*) FROM message
				  WHERE message.dialog_id = :dialog AND seq > unread.read_seq AND seq <= :upTo AND from_id <> :user)
				WHERE dialog_id = :dialog AND user_id = :user AND read_seq < :upTo
				""").param("dialog", dialog.id()).param("user", reader.value()).param("upTo", upTo).update();
	}

}
