package social.local.seed;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What is random about one row, and the same whenever the row is made again. */
final class Chance {

	private static final long MIX = 0x9E3779B97F4A7C15L;

	private final SplittableRandom random;

	private Chance(SplittableRandom random) {
		this.random = random;
	}

	/** For a row of a kind. */
	static Chance of(long seed, String kind, long index) {
		return new Chance(new SplittableRandom((seed * MIX + kind.hashCode()) * MIX + index));
	}

	/** Any number below the bound. */
	int below(int bound) {
		return this.random.nextInt(bound);
	}

	/** A number below the bound, small ones far more often: names and fame are so. */
	long skewed(long bound) {
		double share = this.random.nextDouble();
		return (long) (bound * share * share);
	}

	/** One of them, the first ones more often. */
	String oneOf(List<String> words) {
		return words.get((int) skewed(words.size()));
	}

	/** An identifier of version 7: ids of later moments are larger. */
	UUID id(long millisecond) {
		long high = (millisecond << 16) | 0x7000 | below(1 << 12);
		return new UUID(high, (this.random.nextLong() >>> 2) | (1L << 63));
	}

}
