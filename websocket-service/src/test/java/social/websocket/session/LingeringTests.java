package social.websocket.session;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has left is waited for, so long and so many. */
class LingeringTests {

	private final Lingering lingering = new Lingering(Duration.ofNanos(10), 2, 3);

	private final Subscriber ann = somebody();

	private final Subscriber bob = somebody();

	@Test
	void isOverWhenTheTimeIs() {
		this.lingering.add(this.ann, 1);
		this.lingering.add(this.bob, 2);
		assertThat(this.lingering.takeOverdue(11)).isEmpty();
		assertThat(this.lingering.takeOverdue(12)).containsExactly(this.ann);
		assertThat(this.lingering.takeOverdue(13)).containsExactly(this.bob);
	}

	@Test
	void isOverForTheFirstWhenThereAreTooMany() {
		Subscriber carl = somebody();
		this.lingering.add(this.ann, 1);
		this.lingering.add(this.bob, 1);
		this.lingering.add(carl, 1);
		assertThat(this.lingering.takeOverdue(2)).containsExactly(this.ann);
		assertThat(this.lingering.takeOverdue(2)).isEmpty();
	}

	@Test
	void isOverForTheFirstWhenTogetherTheyFollowTooMany() {
		follow(this.ann, 2);
		follow(this.bob, 2);
		this.lingering.add(this.ann, 1);
		assertThat(this.lingering.takeOverdue(2)).isEmpty();
		this.lingering.add(this.bob, 1);
		assertThat(this.lingering.takeOverdue(2)).containsExactly(this.ann);
		this.lingering.remove(this.bob);
		this.lingering.add(this.ann, 1);
		assertThat(this.lingering.takeOverdue(2)).isEmpty();
	}

	@Test
	void beginsAnewForWhoLeavesAgain() {
		this.lingering.add(this.ann, 1);
		this.lingering.add(this.bob, 2);
		this.lingering.add(this.ann, 3);
		assertThat(this.lingering.takeOverdue(13)).containsExactly(this.bob);
	}

	@Test
	void isOverForWhoIsBack() {
		this.lingering.add(this.ann, 1);
		this.lingering.remove(this.ann);
		this.lingering.add(this.bob, 5);
		this.lingering.add(this.ann, 5);
		assertThat(this.lingering.takeOverdue(16)).containsExactly(this.bob, this.ann);
	}

	private static void follow(Subscriber subscriber, int authors) {
		for (int number = 0; number < authors; number++) {
			subscriber.authors().add(new UserId(UUID.randomUUID()));
		}
	}

	private static Subscriber somebody() {
		return new Subscriber(new UserId(UUID.randomUUID()));
	}

}
