package social.dialogs.dialog;

import java.time.Instant;
import java.util.UUID;

import social.platform.passport.UserId;

/**
 * What one of the two wrote.
 *
 * @param id names the message
 * @param seq its place in the dialog: 1, 2, 3 and so on, without gaps
 * @param from who wrote it
 * @param text what it says
 * @param at when it was written; never earlier than the message before it
 */
record Message(UUID id, long seq, UserId from, String text, Instant at) {
}
