package social.gateway.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.JWK;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import social.gateway.Issuer;

import static org.assertj.core.api.Assertions.assertThat;

class KeySetTests {

	private static final JWK ONE = new Issuer("one").key();

	private static final JWK TWO = new Issuer("two").key();

	private Instant now = Instant.parse("2026-11-24T00:00:00Z");

	private int questions;

	private Mono<Map<String, JWK>> answer = Mono.error(new IllegalStateException("away"));

	private final KeySet keys = new KeySet(() -> {
		this.questions++;
		return this.answer;
	}, new KeyProperties(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(1)), clock());

	@Test
	void asksEverySecondUntilThereAreKeys() {
		for (int second = 1; second <= 5; second++) {
			this.keys.keepFresh();
			pass(1);
			assertThat(this.questions).isEqualTo(second);
		}
		assertThat(this.keys.isEmpty()).isTrue();
		publish(ONE);
		this.keys.keepFresh();
		assertThat(this.keys.holds("one")).isTrue();
	}

	@Test
	void asksEveryHalfMinuteOnceThereAreKeys() {
		start(ONE);
		keepFreshFor(180);
		assertThat(this.questions).isEqualTo(1 + 6);
	}

	@Test
	void findsAKnownKeyWithoutAQuestion() {
		start(ONE);
		pass(20);
		assertThat(this.keys.find("one").block()).isEqualTo(ONE);
		assertThat(this.questions).isEqualTo(1);
	}

	@Test
	void asksOnceForAKeyThatIsNew() {
		start(ONE);
		publish(ONE, TWO);
		pass(10);
		assertThat(this.keys.find("two").block()).isEqualTo(TWO);
		assertThat(this.questions).isEqualTo(2);
	}

	@Test
	void asksAtMostOnceInTenSecondsForForgedKeys() {
		start(ONE);
		for (int second = 0; second < 30; second++) {
			Flux.range(0, 100).flatMap((number) -> this.keys.find(UUID.randomUUID().toString())).blockLast();
			this.keys.keepFresh();
			pass(1);
		}
		assertThat(this.questions).isEqualTo(1 + 2);
	}

	@Test
	void letsAllWaitForOneQuestion() {
		start(ONE);
		pass(10);
		Sinks.One<Map<String, JWK>> late = Sinks.one();
		this.answer = late.asMono();
		var found = Flux.range(0, 100).flatMap((number) -> this.keys.find("two")).collectList().toFuture();
		assertThat(found).isNotDone();
		late.tryEmitValue(Map.of("two", TWO));
		assertThat(found).isCompletedWithValueMatching((all) -> all.size() == 100);
		assertThat(this.questions).isEqualTo(2);
	}

	@Test
	void keepsTheKeysWhileQuestionsFailAndAsksSooner() {
		start(ONE);
		this.answer = Mono.error(new IllegalStateException("away"));
		keepFreshFor(70);
		assertThat(this.keys.find("one").block()).isEqualTo(ONE);
		assertThat(this.questions).isEqualTo(1 + 5);
	}

	@Test
	void dropsAKeyThatIsNoMorePublished() {
		start(ONE, TWO);
		publish(TWO);
		keepFreshFor(31);
		assertThat(this.keys.holds("one")).isFalse();
		assertThat(this.keys.holds("two")).isTrue();
	}

	private void start(JWK... published) {
		publish(published);
		this.keys.keepFresh();
	}

	private void publish(JWK... published) {
		this.answer = Mono.just(Stream.of(published).collect(Collectors.toMap(JWK::getKeyID, Function.identity())));
	}

	private void keepFreshFor(int seconds) {
		for (int second = 0; second < seconds; second++) {
			pass(1);
			this.keys.keepFresh();
		}
	}

	private void pass(int seconds) {
		this.now = this.now.plusSeconds(seconds);
	}

	private Clock clock() {
		return new Clock() {

			@Override
			public Instant instant() {
				return KeySetTests.this.now;
			}

			@Override
			public ZoneOffset getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

		};
	}

}
