package social.dialogs.dialog;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

import social.dialogs.dialog.Dialogs.Place;
import social.dialogs.hint.Hints;
import social.dialogs.hint.MessageSent;
import social.dialogs.shard.Shards;
import social.platform.passport.UserId;

/**
 * Keeps the messages.
 * <p>
 * Every statement names the dialog, which is what the tables are spread by: one
 * statement, one shard.
 */
@Repository
class Messages {

	/** How much text one list holds: it has to fit into memory many times over. */
	private static final int BYTES = 1 << 20;

	private final JdbcClient jdbc;

	private final Dialogs dialogs;

	private final Unread unread;

	private final TransactionOperations transaction;

	private final Shards shards;

	private final Turns turns;

	private final Lists lists;

	private final Hints hints;

	Messages(JdbcClient jdbc, Dialogs dialogs, Unread unread, TransactionOperations transaction, Shards shards,
			Turns turns, Lists lists, Hints hints) {
		this.jdbc = jdbc;
		this.dialogs = dialogs;
		this.unread = unread;
		this.transaction = transaction;
		this.shards = shards;
		this.turns = turns;
		this.lists = lists;
		this.hints = hints;
	}

	/**
	 * Adds a message at the end of its dialog and counts it as unread, or does neither;
	 * then tells of it and lists the dialog. A message that is there already stays the
	 * only one of its id.
	 * @throws KeyUsedForAnotherText if the one that is there says something else
	 * @throws DialogBusy if too many write into the dialog
	 */
	void send(Dialog dialog, UUID id, UserId from, String text) {
		try {
			Sent sent = this.turns.take(dialog, () -> appendAndCommit(dialog, id, from, text));
			this.hints.tell(sent.hint());
			if (!sent.listed()) {
				this.lists.enterSoon(dialog);
			}
		}
		catch (DuplicateKeyException ex) {
			// the place that was taken is free again: what is left is to compare
			if (!text.equals(text(dialog, id))) {
				throw new KeyUsedForAnotherText();
			}
		}
	}

	/**
	 * The newest messages before a place, newest first: so many at most, and fewer where
	 * they are long.
	 */
	List<Message> newest(Dialog dialog, long before, int limit) {
		return this.shards.ofDialog(dialog.id(), () -> this.jdbc.sql("""
				SELECT id, seq, from_id, text, at FROM (
				  SELECT *, sum(octet_length(text)) OVER (ORDER BY seq DESC) AS bytes FROM (
				    SELECT * FROM message WHERE dialog_id = :dialog AND seq < :before ORDER BY seq DESC LIMIT :limit
				  ) newest
				) measured WHERE bytes <= :bytes ORDER BY seq DESC
				""")
			.param("dialog", dialog.id())
			.param("before", before)
			.param("limit", limit)
			.param("bytes", BYTES)
			.query((row, number) -> new Message(row.getObject("id", UUID.class), row.getLong("seq"),
					new UserId(row.getObject("from_id", UUID.class)), row.getString("text"),
					row.getObject("at", OffsetDateTime.class).toInstant()))
			.list());
	}

	private Sent appendAndCommit(Dialog dialog, UUID id, UserId from, String text) {
		return Objects.requireNonNull(this.shards.ofDialog(dialog.id(),
				() -> this.transaction.execute((status) -> append(dialog, id, from, text))));
	}

	private Sent append(Dialog dialog, UUID id, UserId from, String text) {
		Place place = this.dialogs.next(dialog);
		if (place.seq() == 1) {
			this.unread.begin(dialog);
		}
		add(dialog, new Message(id, place.seq(), from, text, place.at()));
		UserId receiver = dialog.other(from);
		long count = this.unread.add(dialog, receiver);
		return new Sent(new MessageSent(place.at(), id, place.seq(), from, receiver, text, count), place.listed());
	}

	private String text(Dialog dialog, UUID id) {
		return this.shards.ofDialog(dialog.id(),
				() -> this.jdbc.sql("SELECT text FROM message WHERE dialog_id = :dialog AND id = :id")
					.param("dialog", dialog.id())
					.param("id", id)
					.query(String.class)
					.single());
	}

	private void add(Dialog dialog, Message message) {
		this.jdbc.sql("""
				INSERT INTO message (dialog_id, seq, id, from_id, text, at)
				VALUES (:dialog, :seq, :id, :from, :text, :at)
				""")
			.param("dialog", dialog.id())
			.param("seq", message.seq())
			.param("id", message.id())
			.param("from", message.from().value())
			.param("text", message.text())
			.param("at", message.at().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * What a transaction leaves to be done after it.
	 *
	 * @param hint what others are told
	 * @param listed whether the dialog is in the lists of both
	 */
	private record Sent(MessageSent hint, boolean listed) {
	}

}
