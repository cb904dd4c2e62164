/** The internal token that every request carries behind the gateway. */
@NullMarked
package social.platform.passport;

import org.jspecify.annotations.NullMarked;
