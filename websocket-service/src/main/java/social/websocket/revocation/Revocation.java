package social.websocket.revocation;

import java.time.Instant;

/**
 * A session that has ended, as users-service says it.
 *
 * @param sessionId names it
 * @param until when the last of its tokens has ended by itself
 */
record Revocation(String sessionId, Instant until) {
}
