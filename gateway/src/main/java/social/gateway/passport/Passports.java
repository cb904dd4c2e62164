package social.gateway.passport;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.springframework.stereotype.Component;

/** Mints passports in the name of the gateway. */
@Component
public class Passports {

	/** The header that carries a passport. */
	public static final String HEADER = "X-Passport";

	private static final String ISSUER = "gateway";

	// the gateway's own questions go where no client's request does
	private static final String ITSELF = "edge";

	private final PassportProperties properties;

	private final Clock clock;

	private final JWSHeader header;

	private final JWSSigner signer;

	Passports(PassportProperties properties, Clock clock) throws JOSEException {
		var key = PassportKeys.first(properties.file());
		this.properties = properties;
		this.clock = clock;
		this.header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
		this.signer = new MACSigner(key);
	}

	/** A passport for a request of nobody. */
	public String mint(String audience) {
		return sign(claims(audience).build());
	}

	/** A passport with which the gateway asks a service for itself. */
	public String mintForItself(String audience) {
		return sign(claims(audience).issuer(ITSELF).build());
	}

	/**
	 * A passport for a request of a user.
	 * @param audience the service that is asked
	 * @param user who asks
	 * @param session the login that the user's token stems from
	 * @param sessionExpiry when the user's token ends: later than the passport
	 */
	public String mint(String audience, UUID user, UUID session, Instant sessionExpiry) {
		return sign(claims(audience).subject(user.toString())
			.claim("sid", session.toString())
			.claim("sxp", sessionExpiry.getEpochSecond())
			.build());
	}

	private JWTClaimsSet.Builder claims(String audience) {
		Instant now = this.clock.instant();
		return new JWTClaimsSet.Builder().issuer(ISSUER)
			.audience(audience)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(this.properties.life())));
	}

	private String sign(JWTClaimsSet claims) {
		var jwt = new SignedJWT(this.header, claims);
		try {
			jwt.sign(this.signer);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("passport for " + claims.getAudience() + " can't be signed", ex);
		}
		return jwt.serialize();
	}

}
