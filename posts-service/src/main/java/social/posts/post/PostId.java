package social.posts.post;

import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a post. The text of a newer id sorts after that of an older one. */
public record PostId(UUID value) {

	// UUID.fromString takes "1-1-1-1-1" too
	private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	/**
	 * Reads the text form.
	 * @throws IllegalArgumentException if the text is no UUID of 36 characters
	 */
	@JsonCreator
	public static PostId of(String text) {
		if (!FORM.matcher(text).matches()) {
			throw new IllegalArgumentException("post id: %.40s (expected: a UUID)".formatted(text));
		}
		return new PostId(UUID.fromString(text));
	}

	@Override
	@JsonValue
	public String toString() {
		return this.value.toString();
	}

}
