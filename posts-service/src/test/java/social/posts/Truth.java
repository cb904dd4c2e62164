package social.posts;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import social.platform.passport.UserId;

/** What feeds have to be, in the plainest words; and posts in masses. */
public class Truth {

	private final JdbcClient jdbc;

	public Truth(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Texts of all posts in a feed. */
	public List<String> feed(UserId reader) {
		return this.jdbc.sql("""
				SELECT text FROM post WHERE author_id IN (SELECT friend_id FROM friendship WHERE user_id = :reader)
				ORDER BY id DESC
				""").param("reader", reader.value()).query(String.class).list();
	}

	/**
	 * Writes posts past the service, as if a while ago; the texts are 1 to the number.
	 */
	public void write(UserId author, int posts) {
		this.jdbc.sql("""
				INSERT INTO post (id, author_id, text, version)
				SELECT regexp_replace(lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint - 3600000 + n), 12, '0')
					|| '7' || substr(md5(random()::text), 2, 3) || 'a' || substr(md5(random()::text), 2, 15),
					'(.{8})(.{4})(.{4})(.{4})(.{12})', '\\1-\\2-\\3-\\4-\\5')::uuid, :author, n, 1
				FROM generate_series(1, :posts) AS n
				""").param("author", author.value()).param("posts", posts).update();
	}

}
