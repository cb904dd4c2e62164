package social.posts.feed;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import social.platform.passport.UserId;
import social.posts.post.Post;
import social.posts.post.PostId;
import social.posts.post.Posts;

/**
 * Feeds as the database has them: true, and dearer than from the cache. Readers come in
 * by a narrow door, so that a lost cache does not become a lost database.
 */
@Repository
class FeedSource {

	static final UUID AFTER_ALL = new UUID(-1, -1);

	// of each friend no more than could be needed if all the others had nothing newer
	static final String NEWEST = """
			SELECT newest.id FROM friendship
			CROSS JOIN LATERAL (
				SELECT id FROM post WHERE author_id = friend_id AND id < :before ORDER BY id DESC LIMIT :enough
			) AS newest
			WHERE user_id = :reader ORDER BY newest.id DESC OFFSET :skip LIMIT :limit
			""";

	private final JdbcClient jdbc;

	private final FeedProperties properties;

	private final Semaphore door;

	FeedSource(JdbcClient jdbc, FeedProperties properties) {
		this.jdbc = jdbc;
		this.properties = properties;
		this.door = new Semaphore(properties.reads());
	}

	/** The newest posts of a feed, as many as the cache holds. */
	List<PostId> newest(UserId reader) {
		return enter(() -> query(NEWEST, reader, null, 0, this.properties.size())
			.query((row, number) -> new PostId(row.getObject("id", UUID.class)))
			.list());
	}

	/**
	 * A page of a feed.
	 * @param before only posts older than this one, if given
	 */
	List<Post> page(UserId reader, @Nullable PostId before, int skip, int limit) {
		return enter(() -> query("""
				SELECT post.* FROM (%s) AS page JOIN post USING (id) ORDER BY id DESC
				""".formatted(NEWEST), reader, before, skip, limit).query(Posts::post).list());
	}

	private JdbcClient.StatementSpec query(String sql, UserId reader, @Nullable PostId before, int skip, int limit) {
		return this.jdbc.sql(sql)
			.param("reader", reader.value())
			.param("before", (before != null) ? before.value() : AFTER_ALL)
			.param("enough", skip + limit)
			.param("skip", skip)
			.param("limit", limit);
	}

	private <T> T enter(Supplier<T> query) {
		try {
			if (!this.door.tryAcquire(this.properties.readWait().toNanos(), TimeUnit.NANOSECONDS)) {
				throw new FeedBusy();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new FeedBusy();
		}
		try {
			return query.get();
		}
		finally {
			this.door.release();
		}
	}

}
