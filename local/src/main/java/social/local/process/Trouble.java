package social.local.process;

/** What a person has to mend; its message is the one line they read. */
public abstract class Trouble extends RuntimeException {

	private static final long serialVersionUID = 1L;

	protected Trouble(String message) {
		super(message, null, false, false);
	}

}
