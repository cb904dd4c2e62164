package social.websocket.change;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import social.platform.passport.UserId;
import social.websocket.socket.Frame;
import social.websocket.socket.Protocol;

/**
 * What an author did with a post, written down once in each protocol for all who are told
 * of it. By one thread at a time: under the audience's lock, or for one socket alone.
 */
public class PostFrame implements Frame {

	private static final int FRAMES = Protocol.values().length;

	// what is around the text, with the objects that hold it
	private static final int ENVELOPE = 1_000;

	private final Change.OfPost change;

	private final JsonMapper json;

	private @Nullable Text plain;

	private @Nullable Text typed;

	/** A frame about a change. */
	public PostFrame(Change.OfPost change, JsonMapper json) {
		this.change = change;
		this.json = json;
	}

	@Override
	public @Nullable Text in(Protocol protocol) {
		return switch (protocol) {
			case PLAIN -> plain();
			case OTUS_V2 -> typed();
		};
	}

	/** How many bytes it takes at most, written down in each protocol. */
	public int weight() {
		String text = switch (this.change) {
			case Change.PostCreated post -> post.text();
			case Change.PostUpdated post -> post.text();
			case Change.PostDeleted post -> "";
		};
		return FRAMES * ENVELOPE + Character.BYTES * (text.length() + FRAMES * Text.lengthAround(text));
	}

	private @Nullable Text plain() {
		if (this.plain == null && this.change instanceof Change.PostCreated post) {
			this.plain = Text.around(post.text(), (text, cut) -> this.json
				.writeValueAsString(new PlainPost(post.postId(), text, post.authorUserId())));
		}
		return this.plain;
	}

	private Text typed() {
		Text written = this.typed;
		if (written == null) {
			written = switch (this.change) {
				case Change.PostCreated post -> typed("post.created", post.text());
				case Change.PostUpdated post -> typed("post.updated", post.text());
				case Change.PostDeleted post -> Text.of(write("post.deleted", null, false));
			};
			this.typed = written;
		}
		return written;
	}

	private Text typed(String type, String whole) {
		return Text.around(whole, (text, cut) -> write(type, text, cut));
	}

	private String write(String type, @Nullable String text, boolean cut) {
		return this.json.writeValueAsString(new TypedPost(type, this.change.position(), this.change.postId(),
				this.change.authorUserId(), text, cut ? Boolean.TRUE : null, this.change.version(), this.change.at()));
	}

	/** The course's words: two names in camelCase beside one in snake_case. */
	record PlainPost(@JsonProperty("postId") UUID postId, @JsonProperty("postText") String postText,
			@JsonProperty("author_user_id") UserId authorUserId) {
	}

	/** The words of {@link Protocol#OTUS_V2}. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record TypedPost(String type, long position, UUID postId, UserId authorUserId, @Nullable String text,
			@Nullable Boolean cut, int version, Instant at) {
	}

}
