package social.backing;

/** A server did not come up; the message says why and where to read on. */
public class NotStarted extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotStarted(String message) {
		super(message);
	}

	NotStarted(String message, Throwable cause) {
		super(message, cause);
	}

}
