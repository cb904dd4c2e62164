/** What the running mesh does in how much time, and what that costs. */
@NullMarked
package social.local.bench;

import org.jspecify.annotations.NullMarked;
