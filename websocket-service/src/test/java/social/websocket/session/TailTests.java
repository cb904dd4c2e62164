package social.websocket.session;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

class TailTests {

	private final Tail tail = new Tail(3);

	@Test
	void isNowhereBeforeItStarts() {
		assertThat(this.tail.known()).isFalse();
		assertThat(this.tail.reaches(this.tail.mark())).isFalse();
	}

	@Test
	void beginsAtItsMark() {
		this.tail.start(7);
		long mark = this.tail.mark();
		hear(8);
		hear(9);
		assertThat(mark).isEqualTo(8);
		assertThat(this.tail.reaches(mark)).isTrue();
		assertThat(this.tail.from(mark)).extracting(News::position).containsExactly(8L, 9L);
	}

	@Test
	void forgetsTheOldest() {
		this.tail.start(6);
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
		this.tail.start(6);
		hear(7);
		long mark = this.tail.mark();
		this.tail.clear();
		assertThat(this.tail.known()).isFalse();
		assertThat(this.tail.reaches(mark)).isFalse();
		this.tail.start(9);
		assertThat(this.tail.reaches(mark)).isFalse();
		assertThat(this.tail.reaches(this.tail.mark())).isTrue();
		hear(10);
		assertThat(this.tail.from(10)).extracting(News::position).containsExactly(10L);
	}

	private void hear(long position) {
		var user = new UserId(UUID.randomUUID());
		this.tail.add(new News.Followed(position, user, user));
	}

}
