package social.local.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations in order, in nanoseconds. */
final class Percentiles {

	private final long[] sorted;

	/** Those of a round. */
	Percentiles(long... nanoseconds) {
		this.sorted = nanoseconds.clone();
		Arrays.sort(this.sorted);
	}

	/** How many there are. */
	int count() {
		return this.sorted.length;
	}

	/** The least one that so many percent do not exceed; 0 where there is none. */
	long at(double percent) {
		if (this.sorted.length == 0) {
			return 0;
		}
		int rank = (int) Math.ceil(percent / 100 * this.sorted.length);
		return this.sorted[Math.clamp(rank - 1, 0, this.sorted.length - 1)];
	}

	/** The same in milliseconds, as a table has it. */
	String ms(double percent) {
		return String.format(Locale.ROOT, "%.1f", at(percent) / 1e6);
	}

}
