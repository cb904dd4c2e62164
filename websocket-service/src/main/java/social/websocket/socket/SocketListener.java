package social.websocket.socket;

/** Hears of sockets that come and go. */
public interface SocketListener {

	/**
	 * Where the news stand now: a client hears of what comes from here on. Waits a moment
	 * for that to be known; 0 if it is not.
	 */
	long mark();

	/** A socket is open; may take its time, frames can be sent meanwhile. */
	void opened(Socket socket);

	/** A socket that was opened has ended. */
	void closed(Socket socket);

}
