/** Faults under load, and the proof that nothing was lost, doubled or made up. */
@NullMarked
package social.local.drill;

import org.jspecify.annotations.NullMarked;
