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

		// a frame of 64 KiB or more breaks the connection in a gateway
		private static final int MOST_BYTES = 65_000;

		// what a control character takes in JSON
		private static final int ESCAPED = 6;

		private static final int SAFE_LENGTH = 10_000;

		/** Measures a text. */
		public static Text of(String json) {
			return new Text(json, json.getBytes(StandardCharsets.UTF_8).length);
		}

		/**
		 * A frame around a text, which is cut where the frame would be too long.
		 */
		public static Text around(String text, Writer writer) {
			Text whole = of(writer.write(text, false));
			return (whole.bytes() <= MOST_BYTES) ? whole : of(writer.write(begin(text), true));
		}

		/** How many characters of a frame such a text takes at most. */
		public static int lengthAround(String text) {
			return Math.min(MOST_BYTES, text.chars().map(Text::length).sum());
		}

		private static int length(int character) {
			return switch (character) {
				case '"', '\\' -> 2;
				default -> (character < ' ') ? ESCAPED : 1;
			};
		}

		private static String begin(String text) {
			boolean splits = Character.isHighSurrogate(text.charAt(SAFE_LENGTH - 1));
			return text.substring(0, splits ? SAFE_LENGTH - 1 : SAFE_LENGTH) + "…";
		}

		/** Writes a frame with a text, or with its beginning. */
		public interface Writer {

			/** The frame as JSON. */
			String write(String text, boolean cut);

		}

	}

}
