package social.users.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

import social.platform.passport.UserId;

/** Issues access tokens as RFC 9068 describes them; none lives for ever. */
@Component
public class Tokens {

	private static final String MESH = "otus-social";

	private final SigningKeys keys;

	private final TokenProperties properties;

	private final JwtEncoder encoder;

	Tokens(SigningKeys keys, TokenProperties properties) {
		this.keys = keys;
		this.properties = properties;
		this.encoder = new NimbusJwtEncoder((selector, context) -> selector.select(keys.all()));
	}

	/** How long a token is good for. */
	public Duration life() {
		return this.properties.life();
	}

	/** A token for a session of somebody. */
	public String issue(UserId user, UUID session) {
		Instant now = Instant.now();
		var header = JwsHeader.with(SignatureAlgorithm.RS256).type("at+jwt").keyId(this.keys.current()).build();
		var claims = JwtClaimsSet.builder()
			.issuer(MESH)
			.audience(List.of(MESH))
			.subject(user.toString())
			.claim("sid", session.toString())
			.id(UUID.randomUUID().toString())
			.issuedAt(now)
			.expiresAt(now.plus(this.properties.life()))
			.build();
		return this.encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
	}

}
