package social.gateway.socket;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** A user, or an address, has as many sockets open here as they may. */
class TooManySockets extends Failure {

	private static final long serialVersionUID = 1L;

	// a client that lost its connection is found out by two pings without an answer
	private static final String NEXT_SWEEP = "75";

	TooManySockets(String whose, int most) {
		super(HttpStatus.TOO_MANY_REQUESTS, "%s: too many sockets (expected: at most %d)".formatted(whose, most));
		header(HttpHeaders.RETRY_AFTER, NEXT_SWEEP);
	}

}
