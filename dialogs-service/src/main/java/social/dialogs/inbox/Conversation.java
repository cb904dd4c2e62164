package social.dialogs.inbox;

import java.time.OffsetDateTime;
import java.util.UUID;

import social.platform.passport.UserId;

/**
 * A dialog as one of the two sees it from outside.
 *
 * @param dialog the dialog's id
 * @param with the other one
 * @param unread how many messages the one who looks has not read
 * @param last the last message
 */
record Conversation(UUID dialog, UserId with, long unread, Last last) {

	/**
	 * The last message.
	 *
	 * @param id names it
	 * @param seq its place, which is how many messages the dialog has
	 * @param from who wrote it
	 * @param text what it says
	 * @param at when it was written
	 */
	record Last(UUID id, long seq, UserId from, String text, OffsetDateTime at) {
	}

}
