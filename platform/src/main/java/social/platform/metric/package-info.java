/** Measures that more than one service takes in the same way. */
@NullMarked
package social.platform.metric;

import org.jspecify.annotations.NullMarked;
