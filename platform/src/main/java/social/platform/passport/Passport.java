package social.platform.passport;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/**
 * Who asks, as the gateway or a service has vouched for it.
 *
 * @param issuer {@code gateway}, or the name of the service that calls
 * @param audience the service that is called
 * @param user the user, or null where nobody is logged in or a service asks for itself
 * @param sessionId the login that the user's token stems from
 * @param sessionExpiry when the user's token ends, though the passport ends earlier
 */
public record Passport(String issuer, String audience, @Nullable UserId user, @Nullable String sessionId,
		@Nullable Instant sessionExpiry) implements Principal {

	/** The issuer of every passport that stands for a client's request. */
	public static final String GATEWAY = "gateway";

	/** The header that carries a passport. */
	public static final String HEADER = "X-Passport";

	static final String SESSION = "sid";

	static final String SESSION_EXPIRY = "sxp";

	static Passport of(Jwt jwt) {
		String subject = jwt.getSubject();
		List<String> audience = Objects.requireNonNull(jwt.getAudience());
		return new Passport(Objects.requireNonNull(jwt.getClaimAsString(JwtClaimNames.ISS)), audience.getFirst(),
				(subject != null) ? UserId.of(subject) : null, jwt.getClaimAsString(SESSION),
				jwt.getClaimAsInstant(SESSION_EXPIRY));
	}

	/** The user, or the program that asks for itself. */
	@Override
	public String getName() {
		return (this.user != null) ? this.user.toString() : this.issuer;
	}

}
