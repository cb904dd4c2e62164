package social.websocket.session;

import java.util.HashSet;
import java.util.Set;

import social.platform.passport.UserId;
import social.websocket.socket.Farewell;
import social.websocket.socket.Frame;
import social.websocket.socket.Protocol;
import social.websocket.socket.Socket;

/**
 * A user who is connected here, with any number of sockets, which share what is known of
 * the user's friends. Guarded by the audience's lock.
 */
class Subscriber {

	private final UserId user;

	private final Set<Socket> sockets = new HashSet<>();

	private final Set<UserId> authors = new HashSet<>();

	// stays though that socket leaves: the answer about the friends may be as old as it
	private long mark = Long.MAX_VALUE;

	private boolean settled;

	Subscriber(UserId user) {
		this.user = user;
	}

	UserId user() {
		return this.user;
	}

	/** Where the news stood when the first of the sockets was opened. */
	long mark() {
		return this.mark;
	}

	/** Whether one of the sockets speaks a protocol. */
	boolean speaks(Protocol protocol) {
		return this.sockets.stream().anyMatch((socket) -> socket.protocol() == protocol);
	}

	/** The followed authors. */
	Set<UserId> authors() {
		return this.authors;
	}

	/** Whether the authors are known. */
	boolean settled() {
		return this.settled;
	}

	void settle() {
		this.settled = true;
	}

	void enter(Socket socket) {
		this.sockets.add(socket);
		this.mark = Math.min(this.mark, socket.mark());
	}

	void leave(Socket socket) {
		this.sockets.remove(socket);
	}

	boolean gone() {
		return this.sockets.isEmpty();
	}

	void tell(Frame frame) {
		this.sockets.forEach((socket) -> socket.send(frame));
	}

	void tell(News.Posted posted) {
		this.sockets.forEach((socket) -> tell(socket, posted));
	}

	void tell(Socket socket, News.Posted posted) {
		if (posted.position() >= socket.from()) {
			socket.send(posted.frame());
		}
	}

	void dismiss(Farewell farewell) {
		this.sockets.forEach((socket) -> socket.close(farewell));
	}

}
