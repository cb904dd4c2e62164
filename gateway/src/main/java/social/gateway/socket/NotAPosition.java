package social.gateway.socket;

import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** A client wants to go on from where nobody can be. */
class NotAPosition extends Failure {

	private static final long serialVersionUID = 1L;

	NotAPosition(String since) {
		super(HttpStatus.BAD_REQUEST, "since: %.64s (expected: a whole number from 0)".formatted(since));
	}

}
