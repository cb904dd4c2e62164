package social.gateway.limit;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** An address has as many connections as it may. */
class TooManyConnections extends Failure {

	private static final long serialVersionUID = 1L;

	// those it does not use end by then, or with their next answer
	private static final String LATER = "30";

	TooManyConnections(int most) {
		super(HttpStatus.TOO_MANY_REQUESTS,
				"address: too many connections at once (expected: at most %d)".formatted(most));
		header(HttpHeaders.RETRY_AFTER, LATER);
		header(HttpHeaders.CONNECTION, "close");
	}

}
