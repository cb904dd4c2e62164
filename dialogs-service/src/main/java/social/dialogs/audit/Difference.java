package social.dialogs.audit;

import java.util.UUID;

/**
 * Something that is not as it should be.
 *
 * @param dialogId in which dialog
 * @param what the value that was found and what was expected
 */
record Difference(UUID dialogId, String what) {
}
