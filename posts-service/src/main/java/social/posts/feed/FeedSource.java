package social.posts.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

import social.platform.passport.UserId;
import social.posts.feed.LargeAuthors.Followed;
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

	// A small share of each friend's posts tells how far back the page can reach at most;
	// then only posts newer than that are merged. The newest 1,000 of 1,000 friends with
	// 1,000 posts each: 65 ms instead of 1.8 s.
	static final String NEWEST = """
			WITH followed AS (
				SELECT friend_id FROM friendship WHERE user_id = :reader AND friend_id <> ALL (:without)
			), sample AS (
				SELECT newest.id FROM followed
				CROSS JOIN LATERAL (
					SELECT id FROM post WHERE author_id = friend_id AND id < :before ORDER BY id DESC
					LIMIT (SELECT 1 + 2 * :enough / greatest(count(*), 1) FROM followed)
				) AS newest
			), oldest AS (
				SELECT id FROM (SELECT id FROM sample ORDER BY id DESC OFFSET :enough - 1 LIMIT 1) AS last
				UNION ALL SELECT '00000000-0000-0000-0000-000000000000' ORDER BY id DESC LIMIT 1
			)
			SELECT newest.id FROM followed
			CROSS JOIN LATERAL (
				SELECT id FROM post WHERE author_id = friend_id AND id < :before AND id >= (SELECT id FROM oldest)
				ORDER BY id DESC LIMIT :enough
			) AS newest
			ORDER BY newest.id DESC OFFSET :skip LIMIT :limit
			""";

	private final JdbcClient jdbc;

	private final LargeAuthors large;

	private final FeedProperties properties;

	private final Door door;

	FeedSource(JdbcClient jdbc, LargeAuthors large, FeedProperties properties) {
		this.jdbc = jdbc;
		this.large = large;
		this.properties = properties;
		this.door = new Door(properties.reads(), properties.readWait());
	}

	/**
	 * The newest posts of a feed, as many as the cache holds and one more that tells
	 * whether there are others.
	 * @param without authors whose posts are left out
	 */
	List<PostId> newest(UserId reader, List<UserId> without) {
		Part all = new Part(null, 0, this.properties.size() + 1);
		return this.door.enter(1, () -> query(NEWEST, reader, without, all).query(FeedSource::id).list());
	}

	/** As {@link #newest}, the posts of one author. */
	List<PostId> newestOf(UserId author) {
		return this.door.enter(1,
				() -> this.jdbc.sql("SELECT id FROM post WHERE author_id = :author ORDER BY id DESC LIMIT :limit")
					.param("author", author.value())
					.param("limit", this.properties.size() + 1)
					.query(FeedSource::id)
					.list());
	}

	/** The large authors that a reader follows. */
	Followed largeAuthors(UserId reader) {
		return this.door.enter(1, () -> this.large.followedBy(reader));
	}

	/** A part of a feed. */
	List<Post> page(UserId reader, Part part) {
		return this.door.enter(1, () -> query("""
				SELECT post.* FROM (%s) AS page JOIN post USING (id) ORDER BY id DESC
				""".formatted(NEWEST), reader, List.of(), part).query(Posts::post).list());
	}

	private JdbcClient.StatementSpec query(String sql, UserId reader, List<UserId> without, Part part) {
		PostId before = part.before();
		return this.jdbc.sql(sql)
			.param("reader", reader.value())
			.param("before", (before != null) ? before.value() : AFTER_ALL)
			.param("without", new SqlArrayValue("uuid", without.stream().map(UserId::value).toArray()))
			.param("enough", part.offset() + part.limit())
			.param("skip", part.offset())
			.param("limit", part.limit());
	}

	private static PostId id(ResultSet row, int number) throws SQLException {
		return new PostId(row.getObject("id", UUID.class));
	}

}
