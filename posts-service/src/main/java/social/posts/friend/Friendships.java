package social.posts.friend;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import social.platform.passport.UserId;
import social.posts.event.Change;
import social.posts.event.ChangeLog;

/**
 * Keeps who follows whom; whatever changes it is logged in the same transaction.
 * Following has a direction: the user reads what the friend writes.
 */
@Repository
public class Friendships {

	private static final UUID BEFORE_ALL = new UUID(0, 0);

	private final JdbcClient jdbc;

	private final ChangeLog changes;

	private final int most;

	Friendships(JdbcClient jdbc, ChangeLog changes, FriendProperties properties) {
		this.jdbc = jdbc;
		this.changes = changes;
		this.most = properties.most();
	}

	/**
	 * Lets a user follow a friend; twice is once.
	 * @throws TooManyFriends if there is no room for another one
	 */
	@Transactional
	void add(UserId user, UserId friend) {
		// those that run at once may each take the last place
		of("""
				INSERT INTO friendship (user_id, friend_id) VALUES (:user, :friend) ON CONFLICT DO NOTHING
				RETURNING EXISTS (SELECT FROM friendship WHERE user_id = :user OFFSET :most - 1)
				""", user, friend).param("most", this.most).query(Boolean.class).optional().ifPresent((full) -> {
			if (full) {
				throw new TooManyFriends(this.most);
			}
			this.changes.add(new Change.FriendAdded(now(), user, friend));
		});
	}

	/**
	 * Ends that a user follows a friend.
	 * @return whether it was so
	 */
	@Transactional
	boolean remove(UserId user, UserId friend) {
		boolean removed = of("DELETE FROM friendship WHERE user_id = :user AND friend_id = :friend", user, friend)
			.update() == 1;
		if (removed) {
			this.changes.add(new Change.FriendRemoved(now(), user, friend));
		}
		return removed;
	}

	/** Whether a user follows a friend. */
	boolean exists(UserId user, UserId friend) {
		return of("SELECT EXISTS (SELECT FROM friendship WHERE user_id = :user AND friend_id = :friend)", user, friend)
			.query(Boolean.class)
			.single();
	}

	/** Whom a user follows. */
	public List<UserId> friends(UserId user) {
		return this.jdbc.sql("SELECT friend_id FROM friendship WHERE user_id = :user")
			.param("user", user.value())
			.query((row, number) -> new UserId(row.getObject("friend_id", UUID.class)))
			.list();
	}

	/**
	 * One page of those who follow an author.
	 * @param after the last one of the page before, or null for the first page
	 */
	public List<UserId> followers(UserId author, @Nullable UserId after, int limit) {
		return this.jdbc.sql("""
				SELECT user_id FROM friendship WHERE friend_id = :author AND user_id > :after
				ORDER BY user_id LIMIT :limit
				""")
			.param("author", author.value())
			.param("after", (after != null) ? after.value() : BEFORE_ALL)
			.param("limit", limit)
			.query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
			.list();
	}

	private JdbcClient.StatementSpec of(String sql, UserId user, UserId friend) {
		return this.jdbc.sql(sql).param("user", user.value()).param("friend", friend.value());
	}

	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

}
