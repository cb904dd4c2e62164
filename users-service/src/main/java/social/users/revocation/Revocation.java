package social.users.revocation;

import java.time.Instant;
import java.util.UUID;

/**
 * A session whose access tokens are good no more.
 *
 * @param sessionId the {@code sid} of the tokens
 * @param until when the last of them has ended by itself
 */
record Revocation(UUID sessionId, Instant until) {
}
