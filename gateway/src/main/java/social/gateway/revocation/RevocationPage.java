package social.gateway.revocation;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What users-service answers.
 *
 * @param revocations some that came since the place that was asked for
 * @param next where to go on
 * @param more whether there are more by now
 */
record RevocationPage(@JsonProperty(required = true) List<Revocation> revocations,
		@JsonProperty(required = true) String next, boolean more) {
}
