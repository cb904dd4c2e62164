package social.dialogs.hint;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

import social.platform.passport.UserId;

/**
 * Somebody wrote to somebody.
 *
 * @param at when it was written
 * @param messageId names the message
 * @param seq its place in the dialog
 * @param fromUserId who wrote it
 * @param toUserId for whom
 * @param text what it says
 * @param unread how many messages of the dialog the receiver had not read then, with it
 */
public record MessageSent(Instant at, UUID messageId, long seq, UserId fromUserId, UserId toUserId, String text,
		long unread) {

	static final String TYPE = "message.sent";

	/** What happened: the message's type and its routing key. */
	@JsonProperty
	public String type() {
		return TYPE;
	}

}
