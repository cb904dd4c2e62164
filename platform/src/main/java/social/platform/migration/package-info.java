/** How a database gets its tables. */
@NullMarked
package social.platform.migration;

import org.jspecify.annotations.NullMarked;
