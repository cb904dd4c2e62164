package social.local.seed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * People with the names, cities and interests of Russia.
 *
 * @param passwordHash the hash that all of them share
 */
record People(long seed, long count, String passwordHash) implements Rows {

	private static final long FIRST = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

	private static final LocalDate OLDEST = LocalDate.of(1950, 1, 1);

	private static final int DAYS = 58 * 365;

	/** The id of one of them; who joined later has a larger one. */
	static UUID id(long seed, long index) {
		return Chance.of(seed, "person", index).id(FIRST + index);
	}

	@Override
	public String what() {
		return "people";
	}

	@Override
	public String table() {
		return "account";
	}

	@Override
	public String columns() {
		return "id, first_name, second_name, birthdate, biography, city, password";
	}

	@Override
	public String row(long index) {
		var chance = Chance.of(this.seed, "profile", index);
		boolean female = chance.below(2) == 1;
		String second = chance.oneOf(Words.SECOND);
		return String.join("\t", id(this.seed, index).toString(), chance.oneOf(female ? Words.FEMALE : Words.MALE),
				female ? second + "а" : second, OLDEST.plusDays(chance.below(DAYS)).toString(), biography(chance),
				chance.oneOf(Words.CITIES), this.passwordHash);
	}

	private static String biography(Chance chance) {
		String interests = String.join(", ",
				List.of(chance.oneOf(Words.INTERESTS), chance.oneOf(Words.INTERESTS), chance.oneOf(Words.INTERESTS))
					.stream()
					.distinct()
					.toList());
		return Character.toUpperCase(interests.charAt(0)) + interests.substring(1);
	}

}
