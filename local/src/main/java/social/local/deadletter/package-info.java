/** Messages that no worker could use: what they are, and their way back. */
@NullMarked
package social.local.deadletter;

import org.jspecify.annotations.NullMarked;
