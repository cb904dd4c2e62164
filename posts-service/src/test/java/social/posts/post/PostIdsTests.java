package social.posts.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PostIdsTests {

	@Test
	void sortAsTextInTheOrderTheyWereMade() {
		var ids = new PostIds(Clock.systemUTC());
		List<String> made = Stream.generate(ids::next).limit(20_000).map(PostId::toString).toList();
		assertThat(made).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void goOnWhenTheClockIsSetBack() {
		var now = Instant.parse("2026-01-01T00:00:00Z");
		var ids = new PostIds(new Backwards(now));
		List<String> made = Stream.generate(ids::next).limit(5000).map(PostId::toString).toList();
		assertThat(made).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void areOneOfAKindWhoeverAsksAtTheSameTime() throws Exception {
		var ids = new PostIds(Clock.systemUTC());
		var made = new ConcurrentLinkedQueue<PostId>();
		try (var threads = Executors.newFixedThreadPool(4)) {
			for (int i = 0; i < 4; i++) {
				threads.submit(() -> Stream.generate(ids::next).limit(5000).forEach(made::add));
			}
		}
		assertThat(made).hasSize(20_000).doesNotHaveDuplicates();
	}

	@Test
	void areVersion7AndTellTheTime() {
		var now = Instant.parse("2026-01-01T00:00:00.123Z");
		PostId id = new PostIds(Clock.fixed(now, ZoneOffset.UTC)).next();
		assertThat(id.value().version()).isEqualTo(7);
		assertThat(id.value().variant()).isEqualTo(2);
		assertThat(id.value().getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1-1-1-1-1", "AAAAAAAAAAAAAAAAAAAAAA==", "0199a0c2-7d55-7cc1-8f0e-3d5a4f6b2c1g" })
	void areReadFromNothingElse(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> PostId.of(text));
	}

	/** A clock that loses a second with each look. */
	private static final class Backwards extends Clock {

		private Instant now;

		Backwards(Instant now) {
			this.now = now;
		}

		@Override
		public Instant instant() {
			this.now = this.now.minus(Duration.ofSeconds(1));
			return this.now;
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
