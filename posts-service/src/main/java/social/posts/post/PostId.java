package social.posts.post;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a post. The text of a newer id sorts after that of an older one. */
public record PostId(UUID value) {

	/**
	 * Reads the text form.
	 * @throws IllegalArgumentException if the text is no UUID of 36 characters
	 */
	@JsonCreator
	public static PostId of(String text) {
		try {
			UUID value = UUID.fromString(text);
			// that takes "1-1-1-1-1" too, and signs
			if (value.toString().equalsIgnoreCase(text)) {
				return new PostId(value);
			}
		}
		catch (IllegalArgumentException ex) {
			// told below
		}
		throw new IllegalArgumentException("post id: %.40s (expected: a UUID)".formatted(text));
	}

	@Override
	@JsonValue
	public String toString() {
		return this.value.toString();
	}

}
