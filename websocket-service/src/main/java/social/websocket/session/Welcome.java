package social.websocket.session;

import social.websocket.socket.Socket;

/** What a client is told before the news: what it missed, and where the news begin. */
public interface Welcome {

	/** Greets a socket that no news are sent to yet; may take its time. */
	void greet(Socket socket);

}
