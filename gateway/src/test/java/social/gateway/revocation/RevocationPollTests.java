package social.gateway.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** How ended sessions are asked for. */
class RevocationPollTests {

	private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

	private static final UUID ONE = new UUID(0, 1);

	private static final UUID TWO = new UUID(0, 2);

	private final Revocations revocations = new Revocations(Clock.fixed(NOW, ZoneOffset.UTC));

	private final List<String> places = new ArrayList<>();

	private Mono<RevocationPage> answer = Mono.error(new IllegalStateException("away"));

	private final RevocationPoll poll = new RevocationPoll((place) -> {
		this.places.add(place);
		return this.answer;
	}, this.revocations, new RevocationProperties(Duration.ofSeconds(2), Duration.ofSeconds(1)));

	@Test
	void knowsNothingBeforeTheFirstAnswer() {
		this.poll.ask();
		assertThat(this.revocations.areKnown()).isFalse();
		this.answer = page("7", false, ONE);
		this.poll.ask();
		assertThat(this.revocations.areKnown()).isTrue();
		assertThat(this.revocations.include(ONE)).isTrue();
	}

	@Test
	void goesOnWhereItWasThoughAQuestionFailed() {
		this.answer = page("7", false, ONE);
		this.poll.ask();
		this.answer = Mono.error(new IllegalStateException("away"));
		this.poll.ask();
		this.answer = page("8", false, TWO);
		this.poll.ask();
		assertThat(this.places).containsExactly("0", "7", "7");
		assertThat(this.revocations.include(ONE)).isTrue();
		assertThat(this.revocations.include(TWO)).isTrue();
	}

	@Test
	void asksOnUntilThereIsNoMore() {
		this.answer = Mono.fromSupplier(() -> (this.places.size() < 3) ? new RevocationPage(List.of(), "7", true)
				: new RevocationPage(List.of(), "9", false));
		this.poll.ask();
		assertThat(this.places).containsExactly("0", "7", "7");
		assertThat(this.revocations.areKnown()).isTrue();
	}

	@Test
	void asksOneQuestionAtATime() {
		this.answer = Mono.never();
		this.poll.ask();
		this.poll.ask();
		assertThat(this.places).hasSize(1);
	}

	@Test
	void forgetsWhatHasEndedByItself() {
		this.revocations.add(List.of(new Revocation(ONE, NOW.minusSeconds(1)), new Revocation(TWO, NOW)));
		this.answer = page("7", false);
		this.poll.ask();
		assertThat(this.revocations.include(ONE)).isFalse();
		assertThat(this.revocations.include(TWO)).isTrue();
	}

	@Test
	void asksEveryTwoSecondsUnlessSaidOtherwise() {
		assertThat(bind(Map.of())).isEqualTo(new RevocationProperties(Duration.ofSeconds(2), Duration.ofSeconds(1)));
		assertThat(bind(Map.of("gateway.revocation.poll", "1s")).poll()).isEqualTo(Duration.ofSeconds(1));
	}

	private static Mono<RevocationPage> page(String next, boolean more, UUID... sessions) {
		return Mono.just(new RevocationPage(
				List.of(sessions).stream().map((session) -> new Revocation(session, NOW.plusSeconds(60))).toList(),
				next, more));
	}

	private static RevocationProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("gateway.revocation",
				RevocationProperties.class);
	}

}
