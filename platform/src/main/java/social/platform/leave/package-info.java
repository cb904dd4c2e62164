/** How an instance goes without anybody noticing. */
@NullMarked
package social.platform.leave;

import org.jspecify.annotations.NullMarked;
