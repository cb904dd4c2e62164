package social.platform.passport;

import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who somebody is, everywhere in the mesh. */
public record UserId(UUID value) implements Comparable<UserId> {

	// UUID.fromString takes "1-1-1-1-1" too
	private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	/**
	 * Reads the text form.
	 * @throws IllegalArgumentException if the text is no UUID of 36 characters
	 */
	@JsonCreator
	public static UserId of(String text) {
		if (!FORM.matcher(text).matches()) {
			throw new IllegalArgumentException("user id: %.40s (expected: a UUID)".formatted(text));
		}
		return new UserId(UUID.fromString(text));
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
