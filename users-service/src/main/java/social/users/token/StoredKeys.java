package social.users.token;

import java.text.ParseException;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.jwk.JWK;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps signing keys, and when each of them signs and retires. */
@Repository
class StoredKeys {

	private final JdbcClient jdbc;

	StoredKeys(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Lets others wait who would change keys, until the transaction ends. */
	void lock() {
		this.jdbc.sql("lock table signing_key in share row exclusive mode").update();
	}

	/** Those that are published; the first one signs. */
	List<JWK> published() {
		return this.jdbc.sql("""
				select jwk from signing_key where retires_at is null or retires_at > now()
				order by signs_from <= now() desc, signs_from desc, created_at desc, kid
				""").query(String.class).list().stream().map(StoredKeys::parse).toList();
	}

	void add(JWK key, Duration ahead) {
		this.jdbc.sql("""
				insert into signing_key (kid, jwk, signs_from)
				values (:kid, :jwk, now() + make_interval(secs => :ahead))
				""")
			.param("kid", key.getKeyID())
			.param("jwk", key.toJSONString())
			.param("ahead", ahead.toMillis() / 1000.0)
			.update();
	}

	/** Has every other key retire after a while, unless it retires sooner. */
	void retireAllBut(JWK key, Duration after) {
		this.jdbc.sql("""
				update signing_key set retires_at = least(retires_at, now() + make_interval(secs => :after))
				where kid <> :kid
				""").param("kid", key.getKeyID()).param("after", after.toMillis() / 1000.0).update();
	}

	private static JWK parse(String jwk) {
		try {
			return JWK.parse(jwk);
		}
		catch (ParseException ex) {
			// without the cause: its text could hold the key
			throw new IllegalStateException("A stored signing key is not a JWK");
		}
	}

}
