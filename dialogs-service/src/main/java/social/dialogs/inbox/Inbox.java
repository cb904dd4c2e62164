package social.dialogs.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

import social.dialogs.inbox.Conversation.Last;
import social.dialogs.shard.Shards;
import social.platform.passport.UserId;

/**
 * Looks at all the dialogs of a user.
 * <p>
 * Which dialogs those are is known on one shard; the dialogs themselves are asked for by
 * their ids, so that only the shards that hold one of them are asked, each worker by a
 * statement of its own. Outer joins would ask them all. What stands in them is read only
 * where it is shown.
 */
@Repository
class Inbox {

	private static final Comparator<InboxCursor> LATEST_FIRST = Comparator.comparing(InboxCursor::at)
		.thenComparing((place) -> place.dialog().toString())
		.reversed();

	private static final Comparator<Conversation> NEWEST_FIRST = Comparator.comparing(InboxCursor::after, LATEST_FIRST);

	private final JdbcClient jdbc;

	private final Shards shards;

	Inbox(JdbcClient jdbc, Shards shards) {
		this.jdbc = jdbc;
		this.shards = shards;
	}

	/**
	 * The dialogs after a cursor, the one with the newest message first. One that moves
	 * to the front meanwhile is shown as it is then.
	 */
	List<Conversation> newest(UserId user, InboxCursor after, int limit) {
		return this.shards.ofDialogs(page(user, after, limit), (own) -> conversations(user, own))
			.stream()
			.flatMap(List::stream)
			.sorted(NEWEST_FIRST)
			.toList();
	}

	/** How much a user has not read, and in how many dialogs. */
	Unread unread(UserId user) {
		return this.shards.ofDialogs(dialogs(user), (own) -> unread(user, own))
			.stream()
			.reduce(Unread.NONE, Unread::plus);
	}

	private List<UUID> dialogs(UserId user) {
		return this.shards.ofUser(user,
				() -> this.jdbc.sql("SELECT dialog_id FROM user_dialog WHERE user_id = :user")
					.param("user", user.value())
					.query(UUID.class)
					.list());
	}

	private List<UUID> page(UserId user, InboxCursor after, int limit) {
		return this.shards.ofDialogs(dialogs(user), (own) -> newest(own, after, limit))
			.stream()
			.flatMap(List::stream)
			.sorted(LATEST_FIRST)
			.limit(limit)
			.map(InboxCursor::dialog)
			.toList();
	}

	private List<InboxCursor> newest(Collection<UUID> dialogs, InboxCursor after, int limit) {
		return this.jdbc.sql("""
				SELECT dialog_id, last_at FROM dialog
				WHERE dialog_id = ANY (:dialogs) AND (last_at, dialog_id) < (:at, :after)
				ORDER BY last_at DESC, dialog_id DESC LIMIT :limit
				""")
			.param("dialogs", array(dialogs))
			.param("at", after.at())
			.param("after", after.dialog())
			.param("limit", limit)
			.query((row, number) -> new InboxCursor(row.getObject("last_at", OffsetDateTime.class),
					row.getObject("dialog_id", UUID.class)))
			.list();
	}

	private List<Conversation> conversations(UserId user, Collection<UUID> dialogs) {
		return this.jdbc
			.sql("""
					SELECT dialog.dialog_id, CASE user_lo WHEN :user THEN user_hi ELSE user_lo END AS other_id, unread.count, message.id, seq, from_id, text, at
					FROM dialog
					JOIN unread ON unread.dialog_id = dialog.dialog_id AND unread.user_id = :user
					JOIN message ON message.dialog_id = dialog.dialog_id AND message.seq = dialog.last_seq
					WHERE dialog.dialog_id = ANY (:dialogs)
					""")
			.param("user", user.value())
			.param("dialogs", array(dialogs))
			.query((row, number) -> new Conversation(row.getObject("dialog_id", UUID.class),
					new UserId(row.getObject("other_id", UUID.class)), row.getLong("count"), last(row)))
			.list();
	}

	private Unread unread(UserId user, Collection<UUID> dialogs) {
		return this.jdbc.sql("""
				SELECT coalesce(sum(count), 0)::bigint AS messages, count(*) AS dialogs FROM unread
				WHERE dialog_id = ANY (:dialogs) AND user_id = :user AND count > 0
				""")
			.param("user", user.value())
			.param("dialogs", array(dialogs))
			.query((row, number) -> new Unread(row.getLong("messages"), row.getLong("dialogs")))
			.single();
	}

	private static SqlArrayValue array(Collection<UUID> ids) {
		return new SqlArrayValue("uuid", ids.toArray());
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

		private static final Unread NONE = new Unread(0, 0);

		private Unread plus(Unread other) {
			return new Unread(this.messages + other.messages, this.dialogs + other.dialogs);
		}

	}

}
