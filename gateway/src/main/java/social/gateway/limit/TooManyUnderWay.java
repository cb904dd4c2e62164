package social.gateway.limit;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** Somebody has as many requests under way as they may. */
class TooManyUnderWay extends Failure {

	private static final long serialVersionUID = 1L;

	// most of those under way are through by then
	private static final String SOON = "1";

	TooManyUnderWay(String what, int most) {
		super(HttpStatus.TOO_MANY_REQUESTS, "%s at once (expected: at most %d)".formatted(what, most));
		header(HttpHeaders.RETRY_AFTER, SOON);
	}

}
