package social.posts.replay;

import java.util.List;
import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

import social.platform.passport.UserId;
import social.posts.friend.Friendships;
import social.posts.replay.Following.Turn;
import social.posts.replay.Replay.Missed;

/**
 * Finds in the log of changes what a user would have been told: the posts of those whom
 * they followed at that moment. The cost is that of what those people did since, however
 * much everybody else did. Of a post that is deleted, only that is told.
 */
@Repository
@Profile("!feed-worker")
class Replays {

	/** A page ends with the change that makes it so long. */
	private static final DataSize LONGEST = DataSize.ofKilobytes(256);

	private final JdbcClient jdbc;

	private final Friendships friendships;

	Replays(JdbcClient jdbc, Friendships friendships) {
		this.jdbc = jdbc;
		this.friendships = friendships;
	}

	/**
	 * What concerns a user after a position, a page at most.
	 * @param limit how many changes there are on a page at most; fewer if they are long
	 * @throws ReplayGone if the log does not reach back to the position, or not up to it
	 */
	// one view of the log, of its end and of who is followed
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Replay after(UserId user, long position, int limit) {
		Bounds log = bounds();
		if (position < log.first() - 1 || position > log.last()) {
			throw new ReplayGone(position, log.first(), log.last());
		}
		Following following = following(user, position);
		List<Candidate> candidates = candidates(following, position, limit);
		long until = isFull(candidates, limit) ? candidates.getLast().position() : log.last();
		return new Replay(until,
				candidates.stream()
					.filter((change) -> following.of(change.author(), change.position()))
					.map((change) -> new Missed(change.message()))
					.toList());
	}

	/** Whom a user follows. */
	List<UserId> followed(UserId user) {
		return this.friendships.friends(user);
	}

	/** Whom a user followed at a position, as far back as the log reaches. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public List<UserId> followed(UserId user, long position) {
		Following following = following(user, position);
		return following.all().stream().filter((author) -> following.of(author, position)).toList();
	}

	private Following following(UserId user, long position) {
		return new Following(followed(user), turns(user, position));
	}

	private Bounds bounds() {
		return this.jdbc.sql("""
				SELECT coalesce((SELECT min(position) FROM post_event), placed + 1) AS first, placed AS last
				FROM post_event_relay
				""").query(Bounds.class).single();
	}

	private List<Turn> turns(UserId user, long after) {
		return this.jdbc.sql("""
				SELECT id, position, type, body ->> 'friend_user_id' AS author FROM post_event
				WHERE actor_id = :user AND position > :after AND type LIKE 'friend.%'
				UNION ALL
				SELECT id, position, type, body ->> 'friend_user_id' AS author FROM post_event
				WHERE actor_id = :user AND position IS NULL AND type LIKE 'friend.%'
				ORDER BY position NULLS LAST, id
				""").param("user", user.value()).param("after", after).query((row, number) -> {
			long position = row.getLong("position");
			return new Turn(row.wasNull() ? Turn.LATEST : position, UserId.of(row.getString("author")),
					row.getString("type").equals("friend.added"));
		}).list();
	}

	private List<Candidate> candidates(Following following, long after, int limit) {
		Object[] authors = following.all().stream().map(UserId::value).toArray();
		return this.jdbc.sql("""
				WITH candidate AS (
					SELECT author, position, body FROM unnest(:authors) AS author CROSS JOIN LATERAL (
						SELECT position, body FROM post_event
						WHERE actor_id = author AND position > :after AND (type = 'post.deleted'
							OR type LIKE 'post.%' AND EXISTS (SELECT FROM post WHERE id = (body ->> 'post_id')::uuid))
						ORDER BY position LIMIT :limit
					) AS change ORDER BY position LIMIT :limit
				), told AS (
					SELECT author, position, (body || jsonb_build_object('position', position))::text AS message
					FROM candidate
				), page AS (
					SELECT *, sum(octet_length(message)) OVER (ORDER BY position) AS bytes FROM told
				)
				SELECT * FROM page WHERE bytes - octet_length(message) < :longest ORDER BY position
				""")
			.param("authors", new SqlArrayValue("uuid", authors))
			.param("after", after)
			.param("limit", limit)
			.param("longest", LONGEST.toBytes())
			.query((row, number) -> new Candidate(new UserId(row.getObject("author", UUID.class)),
					row.getLong("position"), row.getString("message"), row.getLong("bytes")))
			.list();
	}

	private static boolean isFull(List<Candidate> page, int limit) {
		return page.size() == limit || !page.isEmpty() && page.getLast().bytes() >= LONGEST.toBytes();
	}

	/** The positions that the log has. */
	record Bounds(long first, long last) {
	}

	/**
	 * A change that concerns the user if they followed its author then.
	 *
	 * @param bytes how long the page is with it
	 */
	record Candidate(UserId author, long position, String message, long bytes) {
	}

}
