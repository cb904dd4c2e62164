package social.local.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lists of words that go with the program. */
final class Words {

	static final List<String> MALE = read("male", "\\s+");

	static final List<String> FEMALE = read("female", "\\s+");

	static final List<String> SECOND = read("second", "\\s+");

	static final List<String> CITIES = read("cities", "\\s+");

	static final List<String> INTERESTS = read("interests", "[|\n]");

	static final List<String> OPENINGS = read("openings", "[|\n]");

	static final List<String> EVENTS = read("events", "[|\n]");

	static final List<String> CLOSINGS = read("closings", "[|\n]");

	private Words() {
	}

	private static List<String> read(String name, String separator) {
		String resource = "/seed/%s.txt".formatted(name);
		try (InputStream text = Objects.requireNonNull(Words.class.getResourceAsStream(resource), resource)) {
			return List.of(new String(text.readAllBytes(), StandardCharsets.UTF_8).split(separator));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
