package social.websocket.revocation;

import java.util.List;

/**
 * Sessions have ended, as users-service says it.
 *
 * @param type what happened
 * @param revocations which sessions
 */
record SessionsRevoked(String type, List<Revocation> revocations) {
}
