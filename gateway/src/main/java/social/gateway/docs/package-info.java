/** The page that describes the public API. */
@NullMarked
package social.gateway.docs;

import org.jspecify.annotations.NullMarked;
