package social.dialogs.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of dialogs begins: after the dialog whose last message has this time.
 * Nothing is seen twice: a dialog that moves, moves to the front.
 *
 * @param at the time
 * @param dialog decides between dialogs of one time
 */
record InboxCursor(OffsetDateTime at, UUID dialog) {

	/** Before the newest of all. */
	static final InboxCursor START = new InboxCursor(OffsetDateTime.MAX, new UUID(-1, -1));

	private static final Pattern FORM = Pattern.compile("(\\d{1,16})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

	/**
	 * Reads the text form; public, so that a request parameter is converted by it.
	 * @throws IllegalArgumentException if it is none
	 */
	public static InboxCursor of(String text) {
		Matcher parts = FORM.matcher(text);
		if (!parts.matches()) {
			throw new IllegalArgumentException("cursor: %.64s (expected: one from a Link header)".formatted(text));
		}
		Instant at = Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
		return new InboxCursor(at.atOffset(ZoneOffset.UTC), UUID.fromString(parts.group(2)));
	}

	/** Where the page after a conversation begins. */
	static InboxCursor after(Conversation conversation) {
		return new InboxCursor(conversation.last().at(), conversation.dialog());
	}

	/** The text form: microseconds, as exact as the database's times, and the dialog. */
	@Override
	public String toString() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, this.at.toInstant()) + "-" + this.dialog;
	}

}
