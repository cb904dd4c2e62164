package social.websocket.session;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

class FollowingTests {

	private final UserId bob = new UserId(UUID.randomUUID());

	private final UserId ann = new UserId(UUID.randomUUID());

	private final UserId carl = new UserId(UUID.randomUUID());

	@Test
	void forgetsWhoWasFollowedSince() {
		assertThat(before(List.of(this.ann, this.carl), follow(1, this.bob, this.ann))).containsExactly(this.carl);
	}

	@Test
	void remembersWhoWasFollowedUntil() {
		assertThat(before(List.of(), unfollow(1, this.bob, this.ann))).containsExactly(this.ann);
	}

	@Test
	void goesByTheFirstChangeOfMind() {
		assertThat(before(List.of(this.ann), unfollow(1, this.bob, this.ann), follow(2, this.bob, this.ann),
				follow(3, this.bob, this.carl), unfollow(4, this.bob, this.carl)))
			.containsExactly(this.ann);
	}

	@Test
	void isTheSameForAnAnswerOfAnyTimeBetween() {
		News[] news = { follow(1, this.bob, this.ann), unfollow(2, this.bob, this.carl),
				unfollow(3, this.bob, this.ann) };
		assertThat(List.of(List.of(this.carl), List.of(this.carl, this.ann), List.of(this.ann), List.<UserId>of()))
			.allSatisfy((answer) -> assertThat(before(answer, news)).containsExactly(this.carl));
	}

	@Test
	void doesNotCareForOthers() {
		assertThat(before(List.of(this.ann), unfollow(1, this.carl, this.ann), follow(2, this.ann, this.bob)))
			.containsExactly(this.ann);
	}

	@Test
	void goesOnWithTheNews() {
		var following = new Following(this.bob, List.of(), Stream.of());
		following.hear(follow(1, this.bob, this.ann));
		assertThat(following.authors()).containsExactly(this.ann);
		following.hear(unfollow(2, this.bob, this.ann));
		assertThat(following.authors()).isEmpty();
	}

	private Iterable<UserId> before(List<UserId> answer, News... news) {
		return new Following(this.bob, answer, Stream.of(news)).authors();
	}

	private static News follow(long position, UserId user, UserId author) {
		return new News.Followed(position, user, author);
	}

	private static News unfollow(long position, UserId user, UserId author) {
		return new News.Unfollowed(position, user, author);
	}

}
