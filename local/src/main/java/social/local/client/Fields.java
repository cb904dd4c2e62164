package social.local.client;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The fields of a JSON text by name, wherever they stand in it; enough for flat answers
 * whose strings have nothing to escape, as ids and the texts of our own posts.
 */
public record Fields(String json) {

	/** All strings of a name. */
	public List<String> texts(String name) {
		return Pattern.compile("\"%s\"\\s*:\\s*\"([^\"]*)\"".formatted(name))
			.matcher(this.json)
			.results()
			.map((found) -> found.group(1))
			.toList();
	}

	/** The first string of a name. */
	public Optional<String> text(String name) {
		return texts(name).stream().findFirst();
	}

	/** The first whole number of a name. */
	public Optional<Long> number(String name) {
		return Pattern.compile("\"%s\"\\s*:\\s*(-?\\d+)".formatted(name))
			.matcher(this.json)
			.results()
			.findFirst()
			.map((found) -> Long.parseLong(found.group(1)));
	}

	/** The strings of the first array of a name. */
	public List<String> list(String name) {
		return Pattern.compile("\"%s\"\\s*:\\s*\\[([^\\]]*)\\]".formatted(name))
			.matcher(this.json)
			.results()
			.findFirst()
			.map((found) -> strings(found.group(1)))
			.orElse(List.of());
	}

	private static List<String> strings(String array) {
		return Pattern.compile("\"([^\"]*)\"")
			.matcher(array)
			.results()
			.map((MatchResult found) -> found.group(1))
			.toList();
	}

}
