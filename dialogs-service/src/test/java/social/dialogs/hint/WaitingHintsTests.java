package social.dialogs.hint;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class WaitingHintsTests {

	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	private final WaitingHints hints = new WaitingHints(
			new HintProperties(3, DataSize.ofBytes(10), 2, Duration.ofSeconds(5), Duration.ofMillis(500)),
			this.metrics);

	@Test
	void leaveInTheirOrderOnceTheyAreConfirmed() throws InterruptedException {
		add("a", "b", "c");
		assertThat(waiting(2)).containsExactly("a", "b");
		assertThat(waiting(2)).containsExactly("a", "b");
		this.hints.confirmed(this.hints.oldest(2, 0).getLast());
		assertThat(waiting(2)).containsExactly("c");
		assertCounted(2, 0, 1);
	}

	@Test
	void makeRoomForNewerOnes() throws InterruptedException {
		add("a", "b", "c", "d", "e");
		assertThat(waiting(5)).containsExactly("c", "d", "e");
		assertCounted(0, 2, 3);
	}

	@Test
	void areBoundedInBytesToo() throws InterruptedException {
		add("four", "five5", "six666");
		assertThat(waiting(5)).containsExactly("six666");
		add("x");
		assertThat(waiting(5)).containsExactly("six666", "x");
		assertCounted(0, 2, 2);
	}

	@Test
	void areEitherPublishedOrDroppedThoughTheyWereOnTheirWay() throws InterruptedException {
		add("a", "b", "c");
		Hint last = this.hints.oldest(2, 0).getLast();
		add("d");
		this.hints.confirmed(last);
		assertThat(waiting(5)).containsExactly("c", "d");
		assertCounted(1, 1, 2);
	}

	@Test
	void areNothingAfterAPauseWithoutAny() throws InterruptedException {
		assertThat(this.hints.oldest(2, 1)).isEmpty();
	}

	private void add(String... bodies) {
		for (String body : bodies) {
			this.hints.add(body.getBytes(StandardCharsets.UTF_8), "request");
		}
	}

	private List<String> waiting(int limit) throws InterruptedException {
		return this.hints.oldest(limit, 1)
			.stream()
			.map((hint) -> new String(hint.body(), StandardCharsets.UTF_8))
			.toList();
	}

	private void assertCounted(int published, int dropped, int waiting) {
		assertThat(this.metrics.get("social.dialog.hint.published").counter().count()).isEqualTo(published);
		assertThat(this.metrics.get("social.dialog.hint.dropped").counter().count()).isEqualTo(dropped);
		assertThat(this.metrics.get("social.dialog.hint.waiting").gauge().value()).isEqualTo(waiting);
	}

}
