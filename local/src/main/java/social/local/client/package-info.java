/** The mesh as those use it who come from outside: people, their posts, their feeds. */
@NullMarked
package social.local.client;

import org.jspecify.annotations.NullMarked;
