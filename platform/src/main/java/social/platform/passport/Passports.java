package social.platform.passport;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/** Mints passports in the name of this service. */
public class Passports {

	private final String service;

	private final PassportProperties properties;

	private final Clock clock;

	private final JWSHeader header;

	private final JWSSigner signer;

	Passports(String service, JWKSet keys, PassportProperties properties, Clock clock) {
		this.service = service;
		this.properties = properties;
		this.clock = clock;
		var key = keys.getKeys().getFirst();
		this.header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
		try {
			this.signer = new MACSigner(key.toOctetSequenceKey());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("passport key " + key.getKeyID() + " can't sign", ex);
		}
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
		var jwt = new SignedJWT(this.header, claims.build());
		try {
			jwt.sign(this.signer);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("passport for " + passport.audience() + " can't be signed", ex);
		}
		return jwt.serialize();
	}

	private static @Nullable String text(@Nullable UserId user) {
		return (user != null) ? user.toString() : null;
	}

}
