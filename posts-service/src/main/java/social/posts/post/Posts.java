package social.posts.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import social.platform.passport.UserId;
import social.posts.event.Change;
import social.posts.event.ChangeLog;

/** Keeps the posts; whatever changes one is logged in the same transaction. */
@Repository
public class Posts {

	private static final String INSERT = "INSERT INTO post (id, author_id, text, version) VALUES (:id, :author, :text, 1)";

	private final JdbcClient jdbc;

	private final ChangeLog changes;

	private final PostKeys keys;

	private final PostIds ids = new PostIds(Clock.systemUTC());

	Posts(JdbcClient jdbc, ChangeLog changes, PostKeys keys) {
		this.jdbc = jdbc;
		this.changes = changes;
		this.keys = keys;
	}

	/** Writes a post. */
	PostId add(UserId author, String text) {
		PostId id = this.ids.next();
		this.changes.make(created(id, author, text), INSERT, params(id, author, text));
		return id;
	}

	/**
	 * Writes a post, unless that was done before.
	 * @param key the client's name for it, so that it may be sent again
	 */
	@Transactional
	PostId add(UserId author, String text, String key) {
		PostId id = this.ids.next();
		PostId known = this.keys.claim(author, key, id, text);
		if (known.equals(id)) {
			this.jdbc.sql(INSERT).params(params(id, author, text)).update();
			this.changes.add(created(id, author, text));
		}
		return known;
	}

	/** Gives an author's post a new text; the same text again changes nothing. */
	@Transactional
	void change(UserId author, PostId id, String text) {
		Optional<Integer> version = this.jdbc.sql("""
				UPDATE post SET text = :text, version = version + 1
				WHERE id = :id AND author_id = :author AND text <> :text
				RETURNING version
				""")
			.param("id", id.value())
			.param("author", author.value())
			.param("text", text)
			.query(Integer.class)
			.optional();
		version.ifPresentOrElse(
				(number) -> this.changes.add(new Change.PostUpdated(now(), id.value(), author, text, number)),
				() -> requireOwn(author, id));
	}

	@Transactional
	void remove(UserId author, PostId id) {
		int version = this.jdbc.sql("DELETE FROM post WHERE id = :id AND author_id = :author RETURNING version")
			.param("id", id.value())
			.param("author", author.value())
			.query(Integer.class)
			.optional()
			.orElseThrow(() -> new PostNotFound(id));
		this.changes.add(new Change.PostDeleted(now(), id.value(), author, version + 1));
	}

	Post get(PostId id) {
		return all(List.of(id)).stream().findFirst().orElseThrow(() -> new PostNotFound(id));
	}

	/** Those of some posts that exist, in no order. */
	public List<Post> all(Collection<PostId> ids) {
		Object[] keys = ids.stream().map(PostId::value).toArray();
		return this.jdbc.sql("SELECT id, author_id, text, version FROM post WHERE id = ANY (:ids)")
			.param("ids", new SqlArrayValue("uuid", keys))
			.query(Posts::post)
			.list();
	}

	/** Reads a post from a row that has all its columns. */
	public static Post post(ResultSet row, int number) throws SQLException {
		return new Post(new PostId(row.getObject("id", UUID.class)), new UserId(row.getObject("author_id", UUID.class)),
				row.getString("text"), row.getInt("version"));
	}

	private static Map<String, ?> params(PostId id, UserId author, String text) {
		return Map.of("id", id.value(), "author", author.value(), "text", text);
	}

	private static Change created(PostId id, UserId author, String text) {
		return new Change.PostCreated(now(), id.value(), author, text, 1);
	}

	private void requireOwn(UserId author, PostId id) {
		if (!get(id).author().equals(author)) {
			throw new PostNotFound(id);
		}
	}

	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

}
