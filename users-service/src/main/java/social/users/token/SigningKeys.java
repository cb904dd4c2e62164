package social.users.token;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign access tokens, first the one that does so now; made at the very
 * first start and the same in all instances, since the database keeps them.
 */
@Component
class SigningKeys {

	private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

	private final StoredKeys stored;

	private final SigningProperties properties;

	private final TokenProperties tokens;

	private final TransactionTemplate transaction;

	private volatile JWKSet keys;

	SigningKeys(StoredKeys stored, SigningProperties properties, TokenProperties tokens,
			TransactionTemplate transaction) {
		this.stored = stored;
		this.properties = properties;
		this.tokens = tokens;
		this.transaction = transaction;
		this.keys = first();
	}

	/** All keys, with their private parts. */
	JWKSet all() {
		return this.keys;
	}

	/** The id of the key that signs. */
	String current() {
		return this.keys.getKeys().getFirst().getKeyID();
	}

	/**
	 * Makes a key that will sign once every gateway has it, and has the others retire
	 * after their last token: no token is refused for it.
	 * @return the key's id
	 */
	String rotate() {
		JWK key = generate();
		Duration rest = this.properties.ahead()
			.plus(this.properties.reload())
			.plus(this.tokens.life())
			.plus(this.properties.margin());
		return replace(key, this.properties.ahead(), rest);
	}

	/**
	 * Makes a key that signs at once, and drops all others with all tokens that they have
	 * signed: somebody else has them.
	 * @return the key's id
	 */
	String replace() {
		return replace(generate(), Duration.ZERO, Duration.ZERO);
	}

	/** Notices what others have changed, and what time has. */
	void reload() {
		try {
			take(new JWKSet(this.stored.published()));
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("The signing keys stay as they are: {}", ex.getMessage());
		}
	}

	private String replace(JWK key, Duration ahead, Duration rest) {
		take(changed(() -> {
			this.stored.add(key, ahead);
			this.stored.retireAllBut(key, rest);
		}));
		return key.getKeyID();
	}

	private void take(JWKSet now) {
		if (now.getKeys().isEmpty()) {
			return;
		}
		if (!now.equals(this.keys)) {
			log.info("Signing keys: {}", now.getKeys().stream().map(JWK::getKeyID).toList());
		}
		this.keys = now;
	}

	/** Changes keys while no other instance does. */
	private JWKSet changed(Runnable change) {
		List<JWK> now = this.transaction.execute((status) -> {
			this.stored.lock();
			change.run();
			return this.stored.published();
		});
		return new JWKSet(Objects.requireNonNull(now));
	}

	/**
	 * The keys that there are; else a first one. It is made before the lock is taken, as
	 * instances that start together wait for that, and on a busy machine a key takes
	 * seconds: only the first one's counts.
	 */
	private JWKSet first() {
		List<JWK> known = this.stored.published();
		if (!known.isEmpty()) {
			return new JWKSet(known);
		}
		JWK fresh = generate();
		return changed(() -> {
			if (this.stored.published().isEmpty()) {
				this.stored.add(fresh, Duration.ZERO);
			}
		});
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

}
