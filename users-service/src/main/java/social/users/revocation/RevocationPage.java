package social.users.revocation;

import java.util.List;

/**
 * Some revocations.
 *
 * @param revocations those found
 * @param next where to go on; opaque to whoever asks
 * @param more whether there are more by now
 */
record RevocationPage(List<Revocation> revocations, String next, boolean more) {
}
