package social.websocket.socket;

/** Hears of sockets that come and go. */
public interface SocketListener {

	/** Where the news stand now: a client hears of what comes from here on. */
	long mark();

	/** A socket is open; may take its time, frames can be sent meanwhile. */
	void opened(Socket socket);

	/** A socket that was opened has ended. */
	void closed(Socket socket);

}
