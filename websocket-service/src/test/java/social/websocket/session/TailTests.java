package social.websocket.session;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

class TailTests {

	private final Tail tail = new Tail(3);

	@Test
	void beginsAtItsMark() {
		hear(7);
		long mark = this.tail.mark();
		hear(8);
		hear(9);
		assertThat(this.tail.reaches(mark)).isTrue();
		assertThat(this.tail.from(mark)).extracting(News::position).containsExactly(8L, 9L);
	}

	@Test
	void reachesBackToABeginningWithoutAPosition() {
		long mark = this.tail.mark();
		hear(7);
		assertThat(this.tail.reaches(mark)).isTrue();
		assertThat(this.tail.from(mark)).extracting(News::position).containsExactly(7L);
	}

	@Test
	void forgetsTheOldest() {
		long mark = this.tail.mark();
		for (long position = 7; position < 11; position++) {
			hear(position);
		}
		assertThat(this.tail.reaches(mark)).isFalse();
		assertThat(this.tail.reaches(7)).isFalse();
		assertThat(this.tail.reaches(8)).isTrue();
	}

	@Test
	void reachesNoMarkFromBeforeALoss() {
		long first = this.tail.mark();
		this.tail.clear();
		assertThat(this.tail.reaches(first)).isFalse();
		assertThat(this.tail.reaches(this.tail.mark())).isTrue();
		hear(7);
		long second = this.tail.mark();
		this.tail.clear();
		assertThat(this.tail.reaches(second)).isFalse();
		long third = this.tail.mark();
		hear(9);
		assertThat(this.tail.from(third)).extracting(News::position).containsExactly(9L);
	}

	private void hear(long position) {
		var user = new UserId(UUID.randomUUID());
		this.tail.add(new News.Followed(position, user, user));
	}

}
