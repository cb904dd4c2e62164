package social.local.seed;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A crowd is the same for the same seed, and looks like people. */
class CrowdTests {

	private final People people = new People(7, 10_000, "hash");

	@Test
	void isTheSameWhenMadeAgain() {
		assertThat(this.people.row(42)).isEqualTo(new People(7, 50, "hash").row(42));
		assertThat(this.people.row(42)).isNotEqualTo(new People(8, 50, "hash").row(42));
	}

	@Test
	void hasNoTwoOfOneId() {
		List<UUID> ids = LongStream.range(0, 10_000).mapToObj((index) -> People.id(7, index)).toList();
		assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> a.toString().compareTo(b.toString()));
		assertThat(ids).allMatch((id) -> id.version() == 7 && id.variant() == 2);
	}

	@Test
	void agreesInNameAndGender() {
		assertThat(rows(this.people)).allSatisfy((row) -> {
			assertThat(row).hasSize(7);
			assertThat(row[1] + row[2]).matches("[А-ЯЁа-яё]+");
			assertThat(row[2].endsWith("а")).isEqualTo(Words.FEMALE.contains(row[1]) && !Words.MALE.contains(row[1]));
			assertThat(row[3]).matches("(19|20)\\d\\d-\\d\\d-\\d\\d");
		});
	}

	@Test
	void writesInItsOwnName() {
		List<String> ids = LongStream.range(0, 100).mapToObj((index) -> People.id(7, index).toString()).toList();
		assertThat(rows(new Posts(7, 1000, 100))).allSatisfy((row) -> {
			assertThat(ids).contains(row[1]);
			assertThat(row[2]).isNotBlank();
		});
	}

	@Test
	void followsOthersOnly() {
		assertThat(rows(new Friendships(7, 1000, 3))).allSatisfy((row) -> assertThat(row[0]).isNotEqualTo(row[1]));
	}

	@Test
	void followsAsManyAsEverybodyElse() {
		assertThat(rows(new Friendships(7, 1000, 100)).stream()
			.collect(Collectors.groupingBy((row) -> row[0], Collectors.counting()))).hasSize(100)
			.allSatisfy((user, friends) -> assertThat(friends).isEqualTo(10));
	}

	private static List<String[]> rows(Rows rows) {
		return LongStream.range(0, rows.count()).mapToObj(rows::row).map((row) -> row.split("\t")).toList();
	}

}
