package social.local.drill;

import org.junit.jupiter.api.Test;

import social.local.client.Reply;

import static org.assertj.core.api.Assertions.assertThat;

class TollTests {

	private static final long SECOND = 1_000_000_000;

	private final Toll toll = new Toll();

	@Test
	void isNothingIfNothingFails() {
		add(true, 200, 1);
		add(false, 200, 2);
		assertThat(this.toll.isNothing()).isTrue();
	}

	@Test
	void isBearableIfWritesFailForAWhile() {
		add(false, 503, 1);
		add(false, 502, 11);
		assertThat(this.toll.isNothing()).isFalse();
		assertThat(this.toll.isBearable()).isTrue();
		add(false, 504, 12);
		assertThat(this.toll.isBearable()).isFalse();
	}

	@Test
	void isNotBearableIfAReadFails() {
		add(true, 503, 1);
		assertThat(this.toll.isBearable()).isFalse();
	}

	@Test
	void isNotBearableIfAWriteFailsAsNothingShould() {
		add(false, 500, 1);
		assertThat(this.toll.isBearable()).isFalse();
	}

	@Test
	void tellsWhatItCounted() {
		add(true, 200, 1);
		add(false, 503, 2);
		add(false, 503, 4);
		assertThat(this.toll.line("posts-service").split("\\s+")).startsWith("posts-service", "3", "0", "2", "2.0");
	}

	private void add(boolean read, int status, long second) {
		this.toll.add(read, new Reply(status, "", ""), 0, second * SECOND);
	}

}
