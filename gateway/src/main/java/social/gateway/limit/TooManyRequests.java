package social.gateway.limit;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/**
 * Somebody asks more often than they may. The headers are those of the IETF's draft on
 * rate limits (draft-ietf-httpapi-ratelimit-headers).
 */
class TooManyRequests extends Failure {

	private static final long serialVersionUID = 1L;

	private final String limit;

	TooManyRequests(String limit, Rate rate, Taken taken) {
		super(HttpStatus.TOO_MANY_REQUESTS, "%s: too many requests (expected: at most %d in %d s)".formatted(limit,
				rate.burst(), seconds(rate.window().toMillis())));
		this.limit = limit;
		long wait = seconds(taken.pause().toMillis());
		header(HttpHeaders.RETRY_AFTER, Long.toString(wait));
		header("RateLimit-Policy",
				"\"%s\";q=%d;w=%d".formatted(limit, rate.burst(), seconds(rate.window().toMillis())));
		header("RateLimit", "\"%s\";r=%d;t=%d".formatted(limit, taken.left(), wait));
	}

	@Override
	protected String kind() {
		return "limit-" + this.limit;
	}

	/** Whole ones, rounded up: who comes then is let in. */
	private static long seconds(long millis) {
		return Math.max(1, (millis + 999) / 1000);
	}

}
