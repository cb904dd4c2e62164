package social.websocket.session;

import java.util.UUID;

import social.platform.passport.UserId;
import social.websocket.socket.Frame;

/** What may concern somebody who is connected, in the order of its position. */
public sealed interface News {

	/** Its place in the order of all changes. */
	long position();

	/** How many bytes it takes at most. */
	default int weight() {
		return 256;
	}

	/** A user follows an author from now on. */
	record Followed(long position, UserId user, UserId author) implements News {
	}

	/** A user follows an author no more. */
	record Unfollowed(long position, UserId user, UserId author) implements News {
	}

	/**
	 * An author has done something with a post that their followers are told.
	 *
	 * @param deleted whether there is no such post any more
	 * @param weight how many bytes it takes at most, with its frame in each protocol
	 */
	record Posted(long position, UserId author, UUID post, boolean deleted, Frame frame, int weight) implements News {
	}

}
