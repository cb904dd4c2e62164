package social.websocket.revocation;

import java.util.List;

/**
 * What users-service answers.
 *
 * @param revocations some that came since the place that was asked for
 * @param next where to go on
 * @param more whether there are more by now
 */
record RevocationPage(List<Revocation> revocations, String next, boolean more) {
}
