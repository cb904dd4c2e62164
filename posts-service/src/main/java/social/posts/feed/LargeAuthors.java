package social.posts.feed;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import social.platform.passport.UserId;

/**
 * Knows the authors with so many followers that a new post of theirs is not written into
 * each feed, but into one list that readers merge with their feed.
 * <p>
 * Who came or went is told by a number, the generation. A reader whose feed was built
 * under another one looks again whom of them the feed has to be merged with, so nobody
 * has to go through the followers of an author who crosses the line. The next generation
 * is announced before it is true: who looks too early looks again.
 */
@Repository
public class LargeAuthors {

	private final JdbcClient jdbc;

	private final FeedCache cache;

	private final FeedProperties properties;

	LargeAuthors(JdbcClient jdbc, FeedCache cache, FeedProperties properties) {
		this.jdbc = jdbc;
		this.cache = cache;
		this.properties = properties;
	}

	/**
	 * Whether an author is large; counts the followers, up to where they decide it. Who
	 * is large stays so until a fifth of the line is missing.
	 */
	@Transactional
	public boolean include(UserId author) {
		Size size = size(author);
		if (!size.large() && size.followers() > this.properties.large()) {
			change("INSERT INTO large_author VALUES (:author) ON CONFLICT DO NOTHING", author);
			return true;
		}
		if (size.large() && size.followers() < this.properties.large() * 4L / 5) {
			change("DELETE FROM large_author WHERE author_id = :author", author);
			return false;
		}
		return size.large();
	}

	/** Whom of them a reader follows. */
	Followed followedBy(UserId reader) {
		return this.jdbc.sql("""
				SELECT generation, ARRAY(
					SELECT friend_id FROM friendship JOIN large_author ON author_id = friend_id WHERE user_id = :reader
				) AS authors FROM large_author_generation
				""").param("reader", reader.value()).query((row, number) -> {
			var authors = (UUID[]) row.getArray("authors").getArray();
			return new Followed(row.getLong("generation"), Arrays.stream(authors).map(UserId::new).toList());
		}).single();
	}

	private Size size(UserId author) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM large_author WHERE author_id = :author) AS large, (
					SELECT count(*) FROM (SELECT FROM friendship WHERE friend_id = :author LIMIT :enough) AS counted
				) AS followers
				""")
			.param("author", author.value())
			.param("enough", this.properties.large() + 1)
			.query(Size.class)
			.single();
	}

	// a list from an earlier time would lack what was written between
	private void change(String sql, UserId author) {
		if (this.jdbc.sql(sql).param("author", author.value()).update() == 1) {
			long next = this.jdbc
				.sql("UPDATE large_author_generation SET generation = generation + 1 RETURNING generation")
				.query(Long.class)
				.single();
			this.cache.forget(PostList.postsOf(author));
			this.cache.announce(next);
		}
	}

	/**
	 * The large authors that a reader follows.
	 *
	 * @param generation when this was so
	 */
	record Followed(long generation, List<UserId> authors) {

		/** Reads what {@link #text} says. */
		static Followed of(String text) {
			String[] words = text.split(" ");
			return new Followed(Long.parseLong(words[0]), Arrays.stream(words).skip(1).map(UserId::of).toList());
		}

		/** What Redis keeps of it beside a feed. */
		String text() {
			var text = new StringBuilder(Long.toString(this.generation));
			this.authors.forEach((author) -> text.append(' ').append(author));
			return text.toString();
		}

	}

	/** How many follow an author, as far as it matters. */
	record Size(boolean large, long followers) {
	}

}
