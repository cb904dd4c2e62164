package social.websocket.resume;

import org.jspecify.annotations.Nullable;

import social.websocket.socket.Frame;
import social.websocket.socket.Protocol;

/**
 * Tells a client where it stands among the news.
 *
 * @param type what is said of the position
 * @param position the last one that is behind the client
 */
record PlaceFrame(String type, long position) implements Frame {

	/** Everything up to there has been told, from now on it is told as it comes. */
	static PlaceFrame live(long position) {
		return new PlaceFrame("live", position);
	}

	/** What came before that can't be told any more. */
	static PlaceFrame gap(long position) {
		return new PlaceFrame("gap", position);
	}

	@Override
	public @Nullable Text in(Protocol protocol) {
		return switch (protocol) {
			case PLAIN -> null;
			case OTUS_V2 -> Text.of("{\"type\":\"%s\",\"position\":%d}".formatted(this.type, this.position));
		};
	}

}
