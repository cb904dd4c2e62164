/** How often one user, and one address, may ask. */
@NullMarked
package social.gateway.limit;

import org.jspecify.annotations.NullMarked;
