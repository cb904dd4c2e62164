package social.posts.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import social.platform.passport.UserId;

/**
 * Remembers for a day which post a client's {@code Idempotency-Key} stands for. An id
 * that follows from the key, as messages have it, would not tell the time.
 */
@Repository
class PostKeys {

	private final JdbcClient jdbc;

	PostKeys(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Lets a key stand for a new post, in the transaction that writes it. A second one
	 * that comes meanwhile waits for the first.
	 * @return the post that the key stands for, which is the new one or an earlier one
	 * @throws KeyUsedForAnotherText if that has been written with another text
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	PostId claim(UserId author, String key, PostId post, String text) {
		byte[] hash = sha256(text);
		boolean claimed = this.jdbc.sql("""
				INSERT INTO post_key VALUES (:author, :key, :post, :hash, now())
				ON CONFLICT (author_id, key) DO UPDATE SET post_id = :post, text_hash = :hash, at = now()
				WHERE post_key.at < now() - interval '24 hours'
				""")
			.param("author", author.value())
			.param("key", key)
			.param("post", post.value())
			.param("hash", hash)
			.update() == 1;
		if (claimed) {
			forgetOld();
			return post;
		}
		return earlier(author, key, hash);
	}

	private PostId earlier(UserId author, String key, byte[] hash) {
		return this.jdbc.sql("SELECT post_id, text_hash FROM post_key WHERE author_id = :author AND key = :key")
			.param("author", author.value())
			.param("key", key)
			.query((row, number) -> {
				if (!Arrays.equals(row.getBytes("text_hash"), hash)) {
					throw new KeyUsedForAnotherText();
				}
				return new PostId(row.getObject("post_id", UUID.class));
			})
			.single();
	}

	// more than come, so they do not pile up; none that another transaction still sees
	private void forgetOld() {
		this.jdbc.sql("""
				DELETE FROM post_key WHERE (author_id, key) IN (
					SELECT author_id, key FROM post_key WHERE at < now() - interval '25 hours'
					ORDER BY at LIMIT 10 FOR UPDATE SKIP LOCKED)
				""").update();
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
