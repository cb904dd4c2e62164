package social.websocket.socket;

import org.jspecify.annotations.Nullable;

/** What a client is told before all else, as fast as it reads. */
public interface Prelude {

	/**
	 * What is sent next, or null at the end. Asked for one by one, on a thread that may
	 * wait.
	 */
	Frame.@Nullable Text next();

}
