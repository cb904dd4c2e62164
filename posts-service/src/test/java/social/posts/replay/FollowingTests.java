package social.posts.replay;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import social.platform.passport.UserId;
import social.posts.replay.Following.Turn;

import static org.assertj.core.api.Assertions.assertThat;

class FollowingTests {

	private final UserId bob = new UserId(UUID.randomUUID());

	private final UserId carl = new UserId(UUID.randomUUID());

	@Test
	void isAsItIsNowWhereNothingChanged() {
		var following = new Following(List.of(this.bob), List.of());
		assertThat(following.of(this.bob, 5)).isTrue();
		assertThat(following.of(this.carl, 5)).isFalse();
	}

	@Test
	void wasTheOtherWayRoundBeforeTheFirstTurn() {
		var following = new Following(List.of(this.bob),
				List.of(new Turn(10, this.bob, true), new Turn(20, this.carl, false)));
		assertThat(following.of(this.bob, 9)).isFalse();
		assertThat(following.of(this.bob, 10)).isTrue();
		assertThat(following.of(this.carl, 19)).isTrue();
		assertThat(following.of(this.carl, 20)).isFalse();
		assertThat(following.all()).containsExactlyInAnyOrder(this.bob, this.carl);
	}

	@Test
	void turnsAsOftenAsItDid() {
		var following = new Following(List.of(), List.of(new Turn(10, this.bob, true), new Turn(12, this.bob, false),
				new Turn(14, this.bob, true), new Turn(Turn.LATEST, this.bob, false)));
		assertThat(List.of(9L, 11L, 13L, 15L)).extracting((position) -> following.of(this.bob, position))
			.containsExactly(false, true, false, true);
	}

	@Test
	void knowsATurnThatHasNoPositionYet() {
		var following = new Following(List.of(this.bob),
				List.of(new Turn(Turn.LATEST, this.bob, true), new Turn(Turn.LATEST, this.carl, false)));
		assertThat(following.of(this.bob, 5)).isFalse();
		assertThat(following.of(this.carl, 5)).isTrue();
	}

}
