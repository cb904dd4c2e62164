package social.websocket.socket;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The language of a socket's frames, chosen by the client in the handshake. */
public enum Protocol {

	/** The course's frames: new posts, and nothing that tells them from anything else. */
	PLAIN(null),

	/**
	 * Typed frames of all that concerns the user, each with its place where it has one.
	 */
	OTUS_V2("otus.v2");

	private final @Nullable String name;

	Protocol(@Nullable String name) {
		this.name = name;
	}

	/** The names that a client may offer. */
	static List<String> names() {
		return Arrays.stream(values()).<String>mapMulti((protocol, names) -> {
			if (protocol.name != null) {
				names.accept(protocol.name);
			}
		}).toList();
	}

	/** The protocol that was agreed upon, plain where none was. */
	static Protocol of(@Nullable String agreed) {
		return Arrays.stream(values())
			.filter((protocol) -> protocol.name != null && protocol.name.equals(agreed))
			.findFirst()
			.orElse(PLAIN);
	}

}
