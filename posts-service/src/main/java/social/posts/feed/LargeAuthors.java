package social.posts.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import social.platform.passport.UserId;

/**
 * Knows the authors with so many followers that a new post of theirs is not written into
 * each feed, but into one list that readers merge with their feed.
 * <p>
 * Who came or went is told by a number, the generation. A reader whose feed was built
 * under another one looks again whom of them the feed has to be merged with, so nobody
 * has to go through the followers of an author who crosses the line.
 */
@Repository
public class LargeAuthors {

	private final JdbcClient jdbc;

	private final FeedCache cache;

	private final FeedProperties properties;

	private final TransactionTemplate transactions;

	LargeAuthors(JdbcClient jdbc, FeedCache cache, FeedProperties properties, TransactionTemplate transactions) {
		this.jdbc = jdbc;
		this.cache = cache;
		this.properties = properties;
		this.transactions = transactions;
	}

	/**
	 * Whether an author is large; counts the followers, up to where they decide it. Who
	 * is large stays so until a fifth of the line is missing.
	 */
	public boolean include(UserId author) {
		Size size = size(author);
		boolean large = size
			.followers() > (size.large() ? this.properties.large() * 4L / 5 - 1 : this.properties.large());
		long generation = (large != size.large()) ? change(author, large) : size.generation();
		// also what another worker has changed and not lived to tell, or Redis has
		// forgotten
		this.cache.announce(generation);
		return large;
	}

	/** Whom of them a reader follows. */
	Followed followedBy(UserId reader) {
		return this.jdbc.sql("""
				SELECT generation, coalesce(max(changed) FILTER (WHERE NOT large), 0) AS ceased,
					coalesce(array_agg(author_id) FILTER (WHERE large), '{}') AS authors
				FROM large_author_generation LEFT JOIN (
					SELECT author_id, large, large_author.generation AS changed
					FROM friendship JOIN large_author ON author_id = friend_id WHERE user_id = :reader
				) AS followed ON true GROUP BY generation
				""").param("reader", reader.value()).query((row, number) -> {
			var authors = (UUID[]) row.getArray("authors").getArray();
			return new Followed(row.getLong("generation"), row.getLong("ceased"),
					Arrays.stream(authors).map(UserId::new).toList());
		}).single();
	}

	private Size size(UserId author) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM large_author WHERE author_id = :author AND large) AS large, (
					SELECT count(*) FROM (SELECT FROM friendship WHERE friend_id = :author LIMIT :enough) AS counted
				) AS followers, generation FROM large_author_generation
				""")
			.param("author", author.value())
			.param("enough", this.properties.large() + 1)
			.query(Size.class)
			.single();
	}

	private long change(UserId author, boolean large) {
		return Objects.requireNonNull(this.transactions.execute((transaction) -> {
			long next = this.jdbc
				.sql("UPDATE large_author_generation SET generation = generation + 1 RETURNING generation")
				.query(Long.class)
				.single();
			this.jdbc.sql("""
					INSERT INTO large_author VALUES (:author, :large, :next)
					ON CONFLICT (author_id) DO UPDATE SET large = :large, generation = :next
					""").param("author", author.value()).param("large", large).param("next", next).update();
			// a list from an earlier time would lack what was written between
			this.cache.forget(PostList.postsOf(author));
			return next;
		}));
	}

	/**
	 * The large authors that a reader follows.
	 *
	 * @param generation when this was so
	 * @param ceased when the last whom the reader follows ceased to be large
	 */
	record Followed(long generation, long ceased, List<UserId> authors) {

		/** What Redis keeps of it beside a feed. */
		String text() {
			var text = new StringBuilder(Long.toString(this.generation));
			this.authors.forEach((author) -> text.append(' ').append(author));
			return text.toString();
		}

	}

	/** How many follow an author, as far as it matters. */
	record Size(boolean large, long followers, long generation) {
	}

}
