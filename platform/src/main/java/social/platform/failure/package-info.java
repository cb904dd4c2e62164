/** One body for every failure, whatever its origin. */
@NullMarked
package social.platform.failure;

import org.jspecify.annotations.NullMarked;
