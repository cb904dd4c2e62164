package social.platform.passport;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/** Mints passports in the name of this service. */
public class Passports {

	private final String service;

	private final PassportProperties properties;

	private final Clock clock;

	private final Supplier<JWKSet> keys;

	private volatile Seal seal;

	Passports(String service, Supplier<JWKSet> keys, PassportProperties properties, Clock clock) {
		this.service = service;
		this.keys = keys;
		this.properties = properties;
		this.clock = clock;
		this.seal = Seal.of(first());
	}

	/** A passport with which this service calls another for itself. */
	public String mint(String audience) {
		return mint(new Passport(this.service, audience, null, null, null));
	}

	/** A passport that says what its parts say; it lives as long as every other. */
	public String mint(Passport passport) {
		Instant now = this.clock.instant();
		var claims = new JWTClaimsSet.Builder().issuer(passport.issuer())
			.audience(passport.audience())
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(this.properties.life())))
			.subject(text(passport.user()))
			.claim(Passport.SESSION, passport.sessionId());
		Instant sessionExpiry = passport.sessionExpiry();
		if (sessionExpiry != null) {
			claims.claim(Passport.SESSION_EXPIRY, sessionExpiry.getEpochSecond());
		}
		Seal first = seal();
		var jwt = new SignedJWT(first.header(), claims.build());
		try {
			jwt.sign(first.signer());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("passport for " + passport.audience() + " can't be signed", ex);
		}
		return jwt.serialize();
	}

	private Seal seal() {
		JWK first = first();
		Seal last = this.seal;
		if (last.key() == first) {
			return last;
		}
		Seal fresh = Seal.of(first);
		this.seal = fresh;
		return fresh;
	}

	private JWK first() {
		return this.keys.get().getKeys().getFirst();
	}

	private static @Nullable String text(@Nullable UserId user) {
		return (user != null) ? user.toString() : null;
	}

	/** What signs with a key. */
	private record Seal(JWK key, JWSHeader header, JWSSigner signer) {

		static Seal of(JWK key) {
			try {
				return new Seal(key, new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
						new MACSigner(key.toOctetSequenceKey()));
			}
			catch (JOSEException ex) {
				throw new IllegalStateException("passport key " + key.getKeyID() + " can't sign", ex);
			}
		}

	}

}
