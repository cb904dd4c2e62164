package social.users.token;

import java.text.ParseException;
import java.util.List;
import java.util.Objects;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign access tokens, the newest first; made at the very first start and
 * the same in all instances, since the database keeps them.
 */
@Component
class SigningKeys {

	private final JdbcClient jdbc;

	private final JWKSet keys;

	SigningKeys(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.keys = Objects.requireNonNull(transaction.execute((status) -> loadOrMake()));
	}

	/** All keys, with their private parts. */
	JWKSet all() {
		return this.keys;
	}

	/** The id of the key that signs. */
	String current() {
		return this.keys.getKeys().getFirst().getKeyID();
	}

	private JWKSet loadOrMake() {
		// instances that start together come here one after the other, and the first one
		// makes the key
		this.jdbc.sql("lock table signing_key in share row exclusive mode").update();
		List<JWK> stored = load();
		return new JWKSet(stored.isEmpty() ? List.of(make()) : stored);
	}

	private List<JWK> load() {
		return this.jdbc.sql("select jwk from signing_key order by created_at desc, kid")
			.query(String.class)
			.stream()
			.map(SigningKeys::parse)
			.toList();
	}

	private JWK make() {
		JWK key = generate();
		this.jdbc.sql("insert into signing_key (kid, jwk) values (:kid, :jwk)")
			.param("kid", key.getKeyID())
			.param("jwk", key.toJSONString())
			.update();
		return key;
	}

	private static JWK generate() {
		try {
			return new RSAKeyGenerator(2048).algorithm(JWSAlgorithm.RS256)
				.keyUse(KeyUse.SIGNATURE)
				.keyIDFromThumbprint(true)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("This JVM makes no RSA keys", ex);
		}
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
