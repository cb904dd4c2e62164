/** People, posts and friendships in any number, the same for the same seed. */
@NullMarked
package social.local.seed;

import org.jspecify.annotations.NullMarked;
