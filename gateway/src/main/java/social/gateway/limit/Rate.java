package social.gateway.limit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.convert.DurationStyle;

/**
 * How often something may be done: so often at once after a rest, and as often in each
 * window, spread evenly.
 *
 * @param burst how often
 * @param window in what time
 */
record Rate(int burst, Duration window) {

	private static final Pattern FORM = Pattern.compile("(\\d{1,9}) in (\\w+)");

	/** Reads {@code 1000 in 2s}. */
	public static Rate valueOf(String text) {
		Matcher words = FORM.matcher(text);
		if (words.matches()) {
			var rate = new Rate(Integer.parseInt(words.group(1)), DurationStyle.detectAndParse(words.group(2)));
			if (rate.burst > 0 && rate.window.isPositive()) {
				return rate;
			}
		}
		throw new IllegalArgumentException("rate: %s (expected: such as 1000 in 2s)".formatted(text));
	}

	double perSecond() {
		return this.burst * 1000.0 / this.window.toMillis();
	}

}
