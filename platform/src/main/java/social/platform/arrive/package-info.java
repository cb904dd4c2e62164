/** How an instance comes without anybody noticing. */
@NullMarked
package social.platform.arrive;

import org.jspecify.annotations.NullMarked;
