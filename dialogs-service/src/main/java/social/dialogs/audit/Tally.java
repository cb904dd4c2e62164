package social.dialogs.audit;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A dialog as it is written down and as it is counted, of one moment.
 *
 * @param dialog the dialog's id
 * @param lastSeq the last place taken, as written down
 * @param messages how many messages there are
 * @param first the place of the first of them, or 0
 * @param last the place of the last of them, or 0
 * @param low the one of the two
 * @param high the other
 * @param listed whether it is to be in the lists of both
 */
record Tally(UUID dialog, long lastSeq, long messages, long first, long last, Side low, Side high, boolean listed) {

	/** What does not agree, given the entries in people's lists of dialogs. */
	Stream<Difference> differences(Set<Entry> entries) {
		return Stream
			.of(places(), this.low.unread(), this.high.unread(), entry(this.low, this.high, entries),
					entry(this.high, this.low, entries))
			.filter((what) -> !what.isEmpty())
			.map((what) -> new Difference(this.dialog, what));
	}

	// places are unique: as many as the last one from 1 on leave no gap
	private String places() {
		boolean right = this.messages == this.lastSeq && this.last == this.lastSeq && this.first == 1;
		return right ? "" : "%d messages from %d to %d (expected: %d from 1)".formatted(this.messages, this.first,
				this.last, this.lastSeq);
	}

	private String entry(Side of, Side with, Set<Entry> entries) {
		boolean right = !this.listed || entries.contains(new Entry(of.user(), this.dialog, with.user()));
		return right ? "" : "list of %s: no entry (expected: one with %s)".formatted(of.user(), with.user());
	}

	/**
	 * What one of the two has not read.
	 *
	 * @param user who
	 * @param stored how much it is, as written down; -1 if it is not
	 * @param counted how much it is by their read mark
	 */
	record Side(UUID user, long stored, long counted) {

		private String unread() {
			return (this.stored == this.counted) ? ""
					: "unread of %s: %d (expected: %d)".formatted(this.user, this.stored, this.counted);
		}

	}

	/**
	 * An entry in somebody's list of dialogs.
	 *
	 * @param user whose list
	 * @param dialog the dialog's id
	 * @param other with whom it is
	 */
	record Entry(UUID user, UUID dialog, UUID other) {
	}

}
