/**
 * Processes of this machine: started so that they outlive the launcher, found again,
 * ended.
 */
@NullMarked
package social.local.process;

import org.jspecify.annotations.NullMarked;
