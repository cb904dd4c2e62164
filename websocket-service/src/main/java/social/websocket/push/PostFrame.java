package social.websocket.push;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import social.platform.passport.UserId;
import social.websocket.push.Change.PostCreated;
import social.websocket.socket.Frame;
import social.websocket.socket.Protocol;

/**
 * A new post, written down once for all who are told of it; under the audience's lock.
 */
class PostFrame implements Frame {

	// a frame of 64 KiB or more breaks the connection in a gateway
	private static final int MOST_BYTES = 65_000;

	// a control character takes six bytes in JSON
	private static final int SAFE_LENGTH = 10_000;

	private final PostCreated post;

	private final JsonMapper json;

	private @Nullable Text plain;

	PostFrame(PostCreated post, JsonMapper json) {
		this.post = post;
		this.json = json;
	}

	@Override
	public Text in(Protocol protocol) {
		return switch (protocol) {
			case PLAIN -> plain();
		};
	}

	private Text plain() {
		Text written = this.plain;
		if (written == null) {
			written = write(this.post.text());
			if (written.bytes() > MOST_BYTES) {
				written = write(begin(this.post.text()));
			}
			this.plain = written;
		}
		return written;
	}

	private Text write(String text) {
		return Text.of(this.json.writeValueAsString(new PlainPost(this.post.postId(), text, this.post.authorUserId())));
	}

	private static String begin(String text) {
		boolean splits = Character.isHighSurrogate(text.charAt(SAFE_LENGTH - 1));
		return text.substring(0, splits ? SAFE_LENGTH - 1 : SAFE_LENGTH) + "…";
	}

	/** The course's words: two names in camelCase beside one in snake_case. */
	record PlainPost(@JsonProperty("postId") UUID postId, @JsonProperty("postText") String postText,
			@JsonProperty("author_user_id") UserId authorUserId) {
	}

}
