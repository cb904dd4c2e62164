package social.gateway.limit;

import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Refuses what goes beyond a rate for each of many, in portions taken from Redis.
 *
 * @param <K> what names one of them
 */
class Limiter<K> {

	private final String name;

	private final Rate rate;

	private final Cache<K, Lease> leases;

	private final Function<K, Lease> lease;

	Limiter(String name, Rate rate, int remembered, SharedBuckets shared) {
		this.name = name;
		this.rate = rate;
		this.leases = Caffeine.newBuilder()
			.executor(Runnable::run)
			.maximumSize(remembered)
			.expireAfterAccess(rate.window().multipliedBy(2))
			.build();
		this.lease = (key) -> new Lease(name + ":" + key, rate, shared);
	}

	/** Null if somebody may go on, else who tells whether, in the end. */
	@Nullable Mono<Void> admit(K key) {
		Lease theirs = this.leases.get(key, this.lease);
		Taken now = theirs.takeNow();
		if (now == null) {
			return theirs.take().flatMap(this::judge);
		}
		return now.isRefused() ? judge(now) : null;
	}

	private Mono<Void> judge(Taken taken) {
		return taken.isRefused() ? Mono.error(() -> new TooManyRequests(this.name, this.rate, taken)) : Mono.empty();
	}

}
