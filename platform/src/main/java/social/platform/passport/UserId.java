package social.platform.passport;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who somebody is, everywhere in the mesh. */
public record UserId(UUID value) implements Comparable<UserId> {

	/**
	 * Reads the text form.
	 * @throws IllegalArgumentException if the text is no UUID of 36 characters
	 */
	@JsonCreator
	public static UserId of(String text) {
		try {
			UUID value = UUID.fromString(text);
			// that takes "1-1-1-1-1" too, and signs
			if (value.toString().equalsIgnoreCase(text)) {
				return new UserId(value);
			}
		}
		catch (IllegalArgumentException ex) {
			// told below
		}
		throw new IllegalArgumentException("user id: %.40s (expected: a UUID)".formatted(text));
	}

	@Override
	public int compareTo(UserId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	@JsonValue
	public String toString() {
		return this.value.toString();
	}

}
