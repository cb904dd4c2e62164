package social.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Issues access tokens as users-service does, and spoilt ones as it does not. */
public class Issuer {

	/** Who asks in these tests. */
	public static final UUID ANN = UUID.fromString("0199d7c5-7a61-7c3e-9a5d-2f1f5c1e0a11");

	/** Ann's login. */
	public static final String SESSION = "5b6d6c9e-5b43-4a0e-8a57-0c9e6a3f7e01";

	private final RSAKey key;

	public Issuer(String keyId) {
		try {
			this.key = new RSAKeyGenerator(2048).keyID(keyId)
				.algorithm(JWSAlgorithm.RS256)
				.keyUse(KeyUse.SIGNATURE)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public RSAKey key() {
		return this.key;
	}

	public String keySet() {
		return new JWKSet(this.key).toString(true);
	}

	/** A good token of Ann. */
	public String token() {
		return token((claims) -> {
		});
	}

	/** A token of Ann with other claims. */
	public String token(Consumer<JWTClaimsSet.Builder> change) {
		return sign(header().build(), change);
	}

	/** A token of Ann under another header. */
	public String token(JWSHeader header) {
		return sign(header, (claims) -> {
		});
	}

	public JWSHeader.Builder header() {
		return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID()).type(new JOSEObjectType("at+jwt"));
	}

	/** The claims of a good token of Ann. */
	public JWTClaimsSet.Builder claims() {
		Instant now = Instant.now();
		return new JWTClaimsSet.Builder().issuer("otus-social")
			.audience("otus-social")
			.subject(ANN.toString())
			.claim("sid", SESSION)
			.jwtID(UUID.randomUUID().toString())
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(Duration.ofMinutes(30))));
	}

	/** Any claims under any header with any signature. */
	public static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
		var jwt = new SignedJWT(header, claims);
		try {
			jwt.sign(signer);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return jwt.serialize();
	}

	private String sign(JWSHeader header, Consumer<JWTClaimsSet.Builder> change) {
		var claims = claims();
		change.accept(claims);
		try {
			return sign(header, claims.build(), new RSASSASigner(this.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
