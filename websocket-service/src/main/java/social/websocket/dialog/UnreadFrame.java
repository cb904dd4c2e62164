package social.websocket.dialog;

import org.jspecify.annotations.Nullable;

import social.websocket.socket.Frame;
import social.websocket.socket.Protocol;

/**
 * Tells a user how much is unread.
 *
 * @param total messages
 * @param dialogs in how many dialogs
 */
record UnreadFrame(long total, long dialogs) implements Frame {

	@Override
	public @Nullable Text in(Protocol protocol) {
		return switch (protocol) {
			case PLAIN -> null;
			case OTUS_V2 ->
				Text.of("{\"type\":\"unread\",\"total\":%d,\"dialogs\":%d}".formatted(this.total, this.dialogs));
		};
	}

}
