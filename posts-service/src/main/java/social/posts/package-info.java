/** What people post, whom they follow and the feed that follows from both. */
@NullMarked
package social.posts;

import org.jspecify.annotations.NullMarked;
