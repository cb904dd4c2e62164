package social.websocket.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

import social.websocket.socket.Frame;
import social.websocket.socket.Socket;

/** What a client is told before the news: what it missed, and where the news begin. */
public interface Welcome {

	/**
	 * Greets a socket that no news are sent to yet; may take its time.
	 * @param missed what it missed until it was opened, or null if that is not known here
	 */
	void greet(Socket socket, @Nullable List<Frame.Text> missed);

}
