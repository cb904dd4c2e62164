package social.gateway.limit;

import java.time.Duration;

/**
 * A bucket of tokens of one gateway alone, for as long as the shared one can't be had.
 */
class LocalBucket {

	private static final double NANOS = 1e9;

	private final Rate rate;

	private double tokens;

	private long at;

	LocalBucket(Rate rate, long now) {
		this.rate = rate;
		this.tokens = rate.burst();
		this.at = now;
	}

	/** Takes a token, at a time of {@link System#nanoTime()}. */
	Taken take(long now) {
		this.tokens = Math.min(this.rate.burst(), this.tokens + (now - this.at) / NANOS * this.rate.perSecond());
		this.at = now;
		if (this.tokens < 1) {
			double wait = (1 - this.tokens) / this.rate.perSecond() * NANOS;
			return new Taken(0, 0, Duration.ofNanos((long) wait));
		}
		this.tokens -= 1;
		return new Taken(1, (int) this.tokens, Duration.ZERO);
	}

}
