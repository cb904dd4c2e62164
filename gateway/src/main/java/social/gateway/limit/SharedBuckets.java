package social.gateway.limit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Buckets of tokens that all gateways share, in Redis. Whoever asks has an answer or a
 * failure soon; after a failure Redis is left alone for a while.
 */
@Component
class SharedBuckets implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(SharedBuckets.class);

	private static final String PREFIX = "limit:";

	private static final Duration START = Duration.ofSeconds(2);

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> TAKE = RedisScript.of(new ClassPathResource("limit/take.lua"), List.class);

	private static final RedisScript<Long> PENALIZE = RedisScript.of(new ClassPathResource("limit/penalize.lua"),
			Long.class);

	private final ReactiveStringRedisTemplate redis;

	private final LimitProperties properties;

	private final AtomicLong awayUntil = new AtomicLong(System.nanoTime());

	private volatile boolean away;

	SharedBuckets(ReactiveStringRedisTemplate redis, LimitProperties properties) {
		this.redis = redis;
		this.properties = properties;
	}

	/** Connects, so that the first who asks does not wait for that. */
	@Override
	public void afterSingletonsInstantiated() {
		this.redis.execute(TAKE, List.of(PREFIX + "none"), List.of("1", "1", "0"))
			.timeout(START)
			.onErrorComplete()
			.blockLast();
	}

	/**
	 * Takes as many tokens as there are of those wanted; fails with {@link LimiterAway}.
	 */
	Mono<Taken> take(String bucket, Rate rate, int wanted) {
		return inTime(this.redis
			.execute(TAKE, List.of(PREFIX + bucket),
					List.of(Double.toString(rate.perSecond()), Integer.toString(rate.burst()),
							Integer.toString(wanted)))
			.next()
			.map(SharedBuckets::taken));
	}

	/** Fines the last try, or forgives all before; fails with {@link LimiterAway}. */
	Mono<Void> judge(String bucket, boolean failed) {
		return inTime(this.redis
			.execute(PENALIZE, List.of(PREFIX + bucket),
					List.of(Integer.toString(this.properties.fine()), failed ? "1" : "0"))
			.then());
	}

	private <T> Mono<T> inTime(Mono<T> answer) {
		return Mono.defer(() -> {
			if (this.away && System.nanoTime() - this.awayUntil.get() < 0) {
				return Mono.error(new LimiterAway());
			}
			return answer.timeout(this.properties.patience())
				.doOnSuccess((done) -> become(false))
				.onErrorMap((failure) -> {
					become(true);
					return new LimiterAway();
				});
		});
	}

	private void become(boolean away) {
		if (away) {
			this.awayUntil.set(System.nanoTime() + this.properties.pause().toNanos());
		}
		if (away != this.away) {
			this.away = away;
			log.warn("Limits are {}", away ? "each gateway's own: Redis does not answer" : "shared again");
		}
	}

	private static Taken taken(List<?> answer) {
		return new Taken(number(answer, 0), number(answer, 1), Duration.ofMillis(number(answer, 2)));
	}

	private static int number(List<?> answer, int index) {
		return ((Long) answer.get(index)).intValue();
	}

}
