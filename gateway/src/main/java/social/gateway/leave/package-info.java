/** How the gateway goes without a request that fails or a socket that is not told. */
@NullMarked
package social.gateway.leave;

import org.jspecify.annotations.NullMarked;
