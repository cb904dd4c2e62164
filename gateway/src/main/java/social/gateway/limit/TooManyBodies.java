package social.gateway.limit;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** An address sends as many bodies at once as it may. */
class TooManyBodies extends Failure {

	private static final long serialVersionUID = 1L;

	// most of those under way are through by then
	private static final String SOON = "1";

	TooManyBodies(int most) {
		super(HttpStatus.TOO_MANY_REQUESTS,
				"address: too many requests with a body at once (expected: at most %d)".formatted(most));
		header(HttpHeaders.RETRY_AFTER, SOON);
	}

}
