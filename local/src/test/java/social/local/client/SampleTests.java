package social.local.client;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A sample has so many, each once, and others each time. */
class SampleTests {

	private final List<String> users = Stream.generate(UUID::randomUUID).map(UUID::toString).limit(1000).toList();

	@Test
	void hasEachOnceHoweverOftenTheyAreNamed() {
		var sample = new Sample(10, 1);
		this.users.forEach(sample::offer);
		List<String> once = sample.users();
		this.users.forEach(sample::offer);
		assertThat(sample.users()).isEqualTo(once).hasSize(10).doesNotHaveDuplicates().isSubsetOf(this.users);
	}

	@Test
	void isAnotherWithAnotherSalt() {
		var one = new Sample(10, 1);
		var two = new Sample(10, 2);
		this.users.forEach(one::offer);
		this.users.forEach(two::offer);
		assertThat(one.users()).isNotEqualTo(two.users());
	}

	@Test
	void hasAllWhereThereAreFewer() {
		var sample = new Sample(10, 1);
		this.users.stream().limit(3).forEach(sample::offer);
		assertThat(sample.users()).hasSize(3);
	}

}
