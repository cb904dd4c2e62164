package social.local.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words after a command, taken out one by one until none is left. */
final class Arguments {

	private final List<String> words;

	Arguments(String... words) {
		this.words = new ArrayList<>(Arrays.asList(words));
	}

	/** Whether the flag is given. */
	boolean flag(String name) {
		return this.words.remove(name);
	}

	/** The value of an option. */
	Optional<String> option(String name) {
		int index = this.words.indexOf(name);
		if (index < 0) {
			return Optional.empty();
		}
		if (index == this.words.size() - 1) {
			throw new WrongUsage(name + ": no value");
		}
		this.words.remove(index);
		return Optional.of(this.words.remove(index));
	}

	/** The values of an option that may be repeated. */
	List<String> options(String name) {
		var values = new ArrayList<String>();
		for (var value = option(name); value.isPresent(); value = option(name)) {
			values.add(value.get());
		}
		return values;
	}

	/** The number of an option in a range, or another where it is not given. */
	long number(String name, long otherwise, long from, long to) {
		return option(name).map((value) -> number(name, value, from, to)).orElse(otherwise);
	}

	/** The next word, which has to be there. */
	String word(String what) {
		if (this.words.isEmpty()) {
			throw new WrongUsage(what + " is missing");
		}
		return this.words.removeFirst();
	}

	/** Nothing may be left. */
	void end() {
		if (!this.words.isEmpty()) {
			throw new WrongUsage("not understood: " + String.join(" ", this.words));
		}
	}

	/** A number in a range. */
	static long number(String name, String value, long from, long to) {
		try {
			long number = Long.parseLong(value);
			if (number >= from && number <= to) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// told below, as a number out of range is
		}
		throw new WrongUsage("%s: %s (expected: %d..%d)".formatted(name, value, from, to));
	}

}
