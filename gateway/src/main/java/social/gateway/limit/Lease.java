package social.gateway.limit;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The part of somebody's bucket that one gateway has taken out of Redis, to spend without
 * asking for each token.
 * <p>
 * When half of a portion is spent the next is asked for, so that nobody waits for Redis
 * but those who come faster than it answers. The first portion is spent before Redis
 * hears of anything: who asks seldom costs no question. While Redis does not answer, the
 * bucket is this gateway's own.
 */
class Lease {

	private static final int PORTIONS = 20;

	private final String bucket;

	private final Rate rate;

	private final SharedBuckets shared;

	private final int portion;

	private int left;

	private long refusedUntil;

	private boolean refused;

	private @Nullable LocalBucket local;

	private @Nullable Mono<Void> question;

	Lease(String bucket, Rate rate, SharedBuckets shared) {
		this.bucket = bucket;
		this.rate = rate;
		this.shared = shared;
		this.portion = Math.max(1, rate.burst() / PORTIONS);
		this.left = this.portion;
	}

	/** Takes a token at once, or when Redis has said whether there is one. */
	Mono<Taken> take() {
		Taken now = takeNow();
		// others may be faster: each answer lets somebody go on, or says that there is
		// nothing
		return (now != null) ? Mono.just(now) : ask().then(Mono.defer(this::take));
	}

	/** Takes a token if that needs no answer of Redis. */
	synchronized @Nullable Taken takeNow() {
		long now = System.nanoTime();
		if (this.refused) {
			if (now - this.refusedUntil < 0) {
				return new Taken(0, 0, Duration.ofNanos(this.refusedUntil - now));
			}
			this.refused = false;
		}
		if (this.left > 0) {
			this.left--;
			if (this.left <= this.portion / 2) {
				ask().subscribe();
			}
			return new Taken(1, this.left, Duration.ZERO);
		}
		LocalBucket own = this.local;
		if (own != null) {
			ask().subscribe();
			return own.take(now);
		}
		return null;
	}

	/** Asks for the next portion; all who wait share one question. */
	private synchronized Mono<Void> ask() {
		Mono<Void> asked = this.question;
		if (asked != null) {
			return asked;
		}
		Mono<Void> fresh = this.shared.take(this.bucket, this.rate, this.portion)
			.doOnNext(this::grant)
			.doOnError((away) -> goOnAlone())
			.onErrorComplete()
			.then()
			// before those who waited go on: they may ask again
			.doOnTerminate(this::answered)
			.cache();
		this.question = fresh;
		return fresh;
	}

	private synchronized void grant(Taken taken) {
		this.local = null;
		this.left += taken.granted();
		if (taken.isRefused() && this.left == 0) {
			this.refused = true;
			this.refusedUntil = System.nanoTime() + taken.pause().toNanos();
		}
	}

	private synchronized void goOnAlone() {
		if (this.local == null) {
			this.local = new LocalBucket(this.rate, System.nanoTime());
		}
	}

	private synchronized void answered() {
		this.question = null;
	}

}
