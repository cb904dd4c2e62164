package social.dialogs.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

import social.dialogs.inbox.Conversation.Last;
import social.platform.passport.UserId;

/**
 * Looks at all the dialogs of a user.
 * <p>
 * Which dialogs those are is known on one shard; the dialogs themselves are asked for by
 * their ids, so that only the shards that hold one of them are asked. Outer joins would
 * ask them all.
 */
@Repository
class Inbox {

	private final JdbcClient jdbc;

	Inbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The dialogs after a cursor, the one with the newest message first. */
	List<Conversation> newest(UserId user, InboxCursor after, int limit) {
		return this.jdbc
			.sql("""
					SELECT dialog.dialog_id, CASE user_lo WHEN :user THEN user_hi ELSE user_lo END AS other_id, unread.count, message.id, seq, from_id, text, at
					FROM dialog
					JOIN unread ON unread.dialog_id = dialog.dialog_id AND unread.user_id = :user
					JOIN message ON message.dialog_id = dialog.dialog_id AND message.seq = dialog.last_seq
					WHERE dialog.dialog_id = ANY (:dialogs) AND (last_at, dialog.dialog_id) < (:at, :after)
					ORDER BY last_at DESC, dialog.dialog_id DESC LIMIT :limit
					""")
			.param("user", user.value())
			.param("dialogs", dialogs(user))
			.param("at", after.at())
			.param("after", after.dialog())
			.param("limit", limit)
			.query((row, number) -> new Conversation(row.getObject("dialog_id", UUID.class),
					new UserId(row.getObject("other_id", UUID.class)), row.getLong("count"), last(row)))
			.list();
	}

	/** How much a user has not read, and in how many dialogs. */
	Unread unread(UserId user) {
		return this.jdbc.sql("""
				SELECT coalesce(sum(count), 0)::bigint AS messages, count(*) AS dialogs FROM unread
				WHERE dialog_id = ANY (:dialogs) AND user_id = :user AND count > 0
				""")
			.param("user", user.value())
			.param("dialogs", dialogs(user))
			.query((row, number) -> new Unread(row.getLong("messages"), row.getLong("dialogs")))
			.single();
	}

	private SqlArrayValue dialogs(UserId user) {
		return new SqlArrayValue("uuid",
				this.jdbc.sql("SELECT dialog_id FROM user_dialog WHERE user_id = :user")
					.param("user", user.value())
					.query(UUID.class)
					.list()
					.toArray());
	}

	private static Last last(ResultSet row) throws SQLException {
		return new Last(row.getObject("id", UUID.class), row.getLong("seq"),
				new UserId(row.getObject("from_id", UUID.class)), row.getString("text"),
				row.getObject("at", OffsetDateTime.class));
	}

	/**
	 * What is unread.
	 *
	 * @param messages how many messages
	 * @param dialogs in how many dialogs
	 */
	record Unread(long messages, long dialogs) {
	}

}
