package social.gateway.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.nimbusds.jose.jwk.JWK;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The key set in memory.
 * <p>
 * Refreshed in the background, so that no request waits for it but one with a key never
 * seen; such requests share one question, and cause none soon after the last: a flood of
 * forged key names costs users-service nothing. While questions fail the last answer
 * holds; a key that a good answer lacks is gone.
 */
@Component
public class KeySet {

	private static final Logger log = LoggerFactory.getLogger(KeySet.class);

	private final KeySource source;

	private final KeyProperties properties;

	private final Clock clock;

	private volatile Map<String, JWK> keys = Map.of();

	private volatile boolean failing;

	private Instant asked = Instant.EPOCH;

	private @Nullable Mono<Void> underway;

	KeySet(KeySource source, KeyProperties properties, Clock clock) {
		this.source = source;
		this.properties = properties;
		this.clock = clock;
	}

	/** Whether there is no key at all: none was had yet. */
	public boolean isEmpty() {
		return this.keys.isEmpty();
	}

	/** Whether tokens of that key are good now. */
	public boolean holds(String id) {
		return this.keys.containsKey(id);
	}

	/** The key of that name, if there is one: a strange name is worth a question. */
	public Mono<JWK> find(String id) {
		return holds(id) ? get(id) : refresh(this.properties.pause()).then(get(id));
	}

	/** Asks if it is time to. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	public void keepFresh() {
		if (this.keys.isEmpty()) {
			refresh(Duration.ZERO);
		}
		else {
			refresh(this.failing ? this.properties.pause() : this.properties.refresh());
		}
	}

	private Mono<JWK> get(String id) {
		return Mono.fromSupplier(() -> this.keys.get(id));
	}

	/** Asks unless it is too soon; whoever comes meanwhile waits for the same answer. */
	private synchronized Mono<Void> refresh(Duration age) {
		if (this.underway != null) {
			return this.underway;
		}
		Instant now = this.clock.instant();
		if (now.isBefore(this.asked.plus(age))) {
			return Mono.empty();
		}
		this.asked = now;
		Mono<Void> answer = this.source.fetch()
			.doOnNext(this::replace)
			.doOnError(this::keep)
			.onErrorComplete()
			.then()
			.doFinally((signal) -> finish())
			.cache();
		this.underway = answer;
		answer.subscribe();
		return answer;
	}

	private void replace(Map<String, JWK> fetched) {
		if (!fetched.keySet().equals(this.keys.keySet())) {
			log.info("Keys: {}", fetched.keySet());
		}
		this.keys = fetched;
		this.failing = false;
	}

	private void keep(Throwable failure) {
		if (!this.failing) {
			log.warn("The key set can't be had, {} keys stay: {}", this.keys.size(), failure.toString());
		}
		this.failing = true;
	}

	private synchronized void finish() {
		this.underway = null;
	}

}
