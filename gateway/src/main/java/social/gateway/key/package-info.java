/**
 * The public keys that users' tokens are verified with, as users-service last published
 * them.
 */
@NullMarked
package social.gateway.key;

import org.jspecify.annotations.NullMarked;
