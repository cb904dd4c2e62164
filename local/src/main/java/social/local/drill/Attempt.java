package social.local.drill;

/**
 * A post that somebody tried to write.
 *
 * @param author the number of the author among the authors
 */
record Attempt(int author, Outcome outcome) {

	/** What became of it. */
	enum Outcome {

		/** The answer was 200: it has to be everywhere. */
		ACKNOWLEDGED,

		/** No answer, or one of 5xx: it may be there, and then everywhere. */
		UNKNOWN,

		/** The answer was 4xx: it must be nowhere. */
		REFUSED

	}

}
