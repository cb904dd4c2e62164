/** The only door of the mesh. */
@NullMarked
package social.gateway;

import org.jspecify.annotations.NullMarked;
