package social.websocket.session;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

class TailTests {

	private final Tail tail = new Tail(3, 1_000);

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

	@Test
	void keepsOfADeletedPostOnlyThat() {
		UUID post = UUID.randomUUID();
		this.tail.start(6);
		this.tail.add(posted(7, post, false));
		this.tail.add(posted(8, UUID.randomUUID(), false));
		this.tail.add(posted(9, post, true));
		assertThat(this.tail.from(7)).extracting(News::position).containsExactly(8L, 9L);
		assertThat(this.tail.reaches(7)).isTrue();
	}

	@Test
	void forgetsTheOldestWhenAllTakesTooMuch() {
		this.tail.start(6);
		this.tail.add(posted(7, 400));
		this.tail.add(posted(8, 400));
		this.tail.add(posted(9, 600));
		assertThat(this.tail.from(7)).extracting(News::position).containsExactly(8L, 9L);
		assertThat(this.tail.reaches(7)).isFalse();
		this.tail.add(posted(10, 1_001));
		assertThat(this.tail.from(7)).isEmpty();
		assertThat(this.tail.reaches(10)).isFalse();
		this.tail.add(posted(11, 1_000));
		assertThat(this.tail.from(11)).extracting(News::position).containsExactly(11L);
	}

	@Test
	void countsNoLongerWhatADeletedPostTook() {
		UUID post = UUID.randomUUID();
		this.tail.start(6);
		this.tail.add(new News.Posted(7, new UserId(UUID.randomUUID()), post, false, (protocol) -> null, 900));
		this.tail.add(posted(8, post, true));
		this.tail.add(posted(9, 900));
		assertThat(this.tail.from(7)).extracting(News::position).containsExactly(8L, 9L);
	}

	private News posted(long position, int weight) {
		return new News.Posted(position, new UserId(UUID.randomUUID()), UUID.randomUUID(), false, (protocol) -> null,
				weight);
	}

	private News posted(long position, UUID post, boolean deleted) {
		return new News.Posted(position, new UserId(UUID.randomUUID()), post, deleted, (protocol) -> null, 100);
	}

	private void hear(long position) {
		var user = new UserId(UUID.randomUUID());
		this.tail.add(new News.Followed(position, user, user));
	}

}
