package social.local.seed;

import java.time.Instant;

/**
 * Posts of the past, one a second; few people write most of them.
 *
 * @param people how many people there are to write
 */
record Posts(long seed, long count, long people) implements Rows {

	/** More would reach into the present. */
	static final long MOST = 30_000_000;

	private static final long FIRST = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

	private static final long STEP = 1000;

	@Override
	public String what() {
		return "posts";
	}

	@Override
	public String table() {
		return "post";
	}

	@Override
	public String columns() {
		return "id, author_id, text";
	}

	@Override
	public String row(long index) {
		var chance = Chance.of(this.seed, "post", index);
		return String.join("\t", chance.id(FIRST + index * STEP).toString(),
				People.id(this.seed, chance.skewed(this.people)).toString(), "%s %s. %s"
					.formatted(chance.oneOf(Words.OPENINGS), chance.oneOf(Words.EVENTS), chance.oneOf(Words.CLOSINGS)));
	}

}
