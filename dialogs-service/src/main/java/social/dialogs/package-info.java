/** What two people write to each other. */
@NullMarked
package social.dialogs;

import org.jspecify.annotations.NullMarked;
