package social.users.password;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a password. */
class PasswordHasherTests {

	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	@Test
	void knowsAPasswordByItsHashAlone() {
		try (var hasher = hasher(2, 32)) {
			String hash = hasher.hash("Секретная строка");
			assertThat(hasher.matches("Секретная строка", hash)).isTrue();
			assertThat(hasher.matches("Секретная строкА", hash)).isFalse();
			assertThat(hasher.hash("Секретная строка")).isNotEqualTo(hash);
		}
	}

	@Test
	void looksAtEveryByteOfALongPassword() {
		try (var hasher = hasher(2, 32)) {
			String hash = hasher.hash("я".repeat(100) + "1");
			assertThat(hasher.matches("я".repeat(100) + "2", hash)).isFalse();
		}
	}

	@Test
	void matchesNothingWhereThereIsNoHash() {
		try (var hasher = hasher(2, 32)) {
			assertThat(hasher.matches("Секретная строка", null)).isFalse();
		}
	}

	@Test
	void sendsAwayWhoComesWhileTheQueueIsFull() {
		try (var hasher = hasher(1, 2)) {
			List<CompletableFuture<String>> hashes = Stream
				.generate(() -> CompletableFuture.supplyAsync(() -> hasher.hash("Секретная строка"),
						(work) -> Thread.ofVirtual().start(work)))
				.limit(20)
				.toList();
			List<Throwable> failures = hashes.stream()
				.map((hash) -> hash.handle((done, failure) -> failure).join())
				.filter(Objects::nonNull)
				.toList();
			assertThat(failures).hasSizeBetween(1, 17)
				.allSatisfy((failure) -> assertThat(failure).isInstanceOf(CompletionException.class)
					.cause()
					.isInstanceOf(HashingBusy.class));
		}
	}

	@Test
	void measuresItsQueue() {
		try (var hasher = hasher(1, 2)) {
			hasher.hash("Секретная строка");
			assertThat(this.metrics.get("social.executor.queue.remaining").tag("name", "hashing").gauge().value())
				.isEqualTo(2);
		}
	}

	@Test
	void isBoundedUnlessSaidOtherwise() {
		var binder = new Binder(new MapConfigurationPropertySource());
		assertThat(binder.bindOrCreate("hashing", HashingProperties.class)).isEqualTo(new HashingProperties(2, 32));
	}

	private PasswordHasher hasher(int permits, int queue) {
		return new PasswordHasher(new HashingProperties(permits, queue), this.metrics);
	}

}
