package social.local.drill;

import java.util.Optional;

import social.local.client.Fields;

/**
 * What a socket was told.
 *
 * @param position its place in the log of changes
 * @param post the number of the post that the text names; {@link Ledger#STRANGE} if it
 * names none of ours
 */
record Frame(Kind kind, long position, int post) {

	/** Reads one, if it is about the log of changes. */
	static Optional<Frame> of(String json, Ledger ledger) {
		var fields = new Fields(json);
		Kind kind = switch (fields.text("type").orElse("")) {
			case "post.created" -> Kind.POST;
			case "live" -> Kind.LIVE;
			case "gap" -> Kind.GAP;
			default -> Kind.OTHER;
		};
		int post = (kind == Kind.POST) ? ledger.number(fields.text("text").orElse("")) : Ledger.STRANGE;
		return fields.number("position").map((position) -> new Frame(kind, position, post));
	}

	/** What it says. */
	enum Kind {

		/** There is a new post. */
		POST,

		/** Whatever was missed has come. */
		LIVE,

		/** What was missed is not known any more. */
		GAP,

		/** Something that this drill does not cause. */
		OTHER

	}

}
