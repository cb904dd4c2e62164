package social.local.drill;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who follows whom depends on the seed alone. */
class CastTests {

	@Test
	void isTheSameForTheSameSeed() {
		assertThat(Cast.follows(1)).isEqualTo(Cast.follows(1)).isNotEqualTo(Cast.follows(2));
		assertThat(Cast.follows(1)).hasSize(30).allMatch((authors) -> authors.size() >= 2 && authors.size() <= 6);
	}

}
