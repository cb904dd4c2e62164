package social.websocket.socket;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** Something to tell a client, in the words of its protocol. */
public interface Frame {

	/** What is sent in a protocol, or null where that protocol is silent about it. */
	@Nullable Text in(Protocol protocol);

	/**
	 * The text of a frame.
	 *
	 * @param json what is sent
	 * @param bytes its length in UTF-8
	 */
	record Text(String json, int bytes) {

		/** Measures a text. */
		public static Text of(String json) {
			return new Text(json, json.getBytes(StandardCharsets.UTF_8).length);
		}

	}

}
