/** Which sessions have ended before their tokens did, as users-service tells it. */
@NullMarked
package social.gateway.revocation;

import org.jspecify.annotations.NullMarked;
