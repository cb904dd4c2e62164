package social.local.bench;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A percentile is the least value that so many percent do not exceed. */
class PercentilesTests {

	@Test
	void areThoseOfTheOrder() {
		var percentiles = new Percentiles(LongStream.rangeClosed(1, 100).map((value) -> 101 - value).toArray());
		assertThat(percentiles.count()).isEqualTo(100);
		assertThat(percentiles.at(50)).isEqualTo(50);
		assertThat(percentiles.at(99)).isEqualTo(99);
		assertThat(percentiles.at(100)).isEqualTo(100);
		assertThat(percentiles.at(0)).isEqualTo(1);
	}

	@Test
	void ofOneAreThatOne() {
		var percentiles = new Percentiles(1_500_000);
		assertThat(percentiles.at(1)).isEqualTo(percentiles.at(99)).isEqualTo(1_500_000);
		assertThat(percentiles.ms(50)).isEqualTo("1.5");
	}

	@Test
	void ofNoneAreNothing() {
		assertThat(new Percentiles().at(50)).isZero();
	}

}
