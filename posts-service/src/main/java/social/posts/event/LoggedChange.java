package social.posts.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A change that has its place in the order of all changes.
 *
 * @param position its place: 1, 2, 3 and so on
 * @param type what happened, the routing key
 * @param message the JSON as it leaves
 * @param subscriber whose feed is no longer what it was, if it is a change of
 * subscriptions
 * @param left whom the subscriber follows no more, if it is that
 * @param requestId the request that caused it
 */
public record LoggedChange(long position, String type, String message, @Nullable String subscriber,
		@Nullable String left, String requestId) {

	/** What is read of them. */
	public static final String COLUMNS = """
			position, type, body || jsonb_build_object('position', position) AS message,
				body ->> 'user_id' AS subscriber,
				CASE type WHEN 'friend.removed' THEN body ->> 'friend_user_id' END AS left, request_id
			""";

	/** The first changes after a position, in order, of whatever connection is asked. */
	public static List<LoggedChange> after(JdbcClient jdbc, long position, int limit) {
		return jdbc.sql("SELECT " + COLUMNS + """
				FROM post_event WHERE position > :position ORDER BY position LIMIT :limit
				""").param("position", position).param("limit", limit).query(LoggedChange.class).list();
	}

}
