package social.websocket.push;

/** The log does not reach back far enough. */
class ChangesGone extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ChangesGone(long expected, long first) {
		super("the log begins at %d (expected: %d)".formatted(first, expected));
	}

}
