package social.posts.feed;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DoorTests {

	private final CountDownLatch end = new CountDownLatch(1);

	@Test
	void letsInAsMuchAsCanBeBorne() {
		var door = new Door(10, Duration.ofMillis(50));
		CompletableFuture<Boolean> first = stay(door, 6);
		assertThatExceptionOfType(FeedBusy.class).isThrownBy(() -> door.enter(5, () -> true));
		assertThat(door.enter(4, () -> true)).isTrue();
		this.end.countDown();
		assertThat(first.join()).isTrue();
		assertThat(door.enter(10, () -> true)).isTrue();
	}

	@Test
	void letsTheNextInWhenThereIsRoom() {
		var door = new Door(10, Duration.ofMinutes(1));
		CompletableFuture<Boolean> first = stay(door, 6);
		var next = CompletableFuture.supplyAsync(() -> door.enter(5, () -> true));
		assertThat(next).isNotDone();
		this.end.countDown();
		assertThat(next.join()).isTrue();
		assertThat(first.join()).isTrue();
	}

	private CompletableFuture<Boolean> stay(Door door, int takes) {
		var inside = new CountDownLatch(1);
		var stay = CompletableFuture.supplyAsync(() -> door.enter(takes, () -> {
			inside.countDown();
			await(this.end);
			return true;
		}));
		await(inside);
		return stay;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
