/** Who the people are, and the tokens that prove it. */
@NullMarked
package social.users;

import org.jspecify.annotations.NullMarked;
