package social.gateway.revocation;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A session that has ended.
 *
 * @param sessionId the {@code sid} of its tokens
 * @param until when the last of them has ended by itself
 */
record Revocation(@JsonProperty(value = "session_id", required = true) UUID sessionId,
		@JsonProperty(required = true) Instant until) {
}
