package social.backing;

/** A real server on loopback that can be taken away and brought back. */
public interface Server extends AutoCloseable {

	/** The port on 127.0.0.1; it stays the same when the server comes back. */
	int port();

	/**
	 * Starts the server and waits until it answers; its data is what it was.
	 * @throws NotStarted if it does not
	 */
	void start();

	/** Stops the server in an orderly way and waits for its end. */
	void stop();

	@Override
	default void close() {
		stop();
	}

}
