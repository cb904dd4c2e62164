package social.gateway.token;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.JoseHeaderNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a verified token says.
 *
 * @param user who asks
 * @param session the login that it stems from
 * @param expiry when it ends
 * @param keyId the key that it was verified with
 */
record AccessToken(UUID user, UUID session, Instant expiry, String keyId) {

	static final String SESSION = "sid";

	private static final String ATTRIBUTE = AccessToken.class.getName();

	static AccessToken of(Jwt jwt) {
		return new AccessToken(UUID.fromString(jwt.getSubject()), UUID.fromString(jwt.getClaimAsString(SESSION)),
				Objects.requireNonNull(jwt.getExpiresAt()),
				Objects.requireNonNull((String) jwt.getHeaders().get(JoseHeaderNames.KID)));
	}

	/** The token of this request, if it came with one and needed it. */
	static @Nullable AccessToken of(ServerWebExchange exchange) {
		return exchange.getAttribute(ATTRIBUTE);
	}

	void accompany(ServerWebExchange exchange) {
		exchange.getAttributes().put(ATTRIBUTE, this);
	}

}
