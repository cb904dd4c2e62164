/** How a user's token is found, verified, remembered and becomes a passport. */
@NullMarked
package social.gateway.token;

import org.jspecify.annotations.NullMarked;
