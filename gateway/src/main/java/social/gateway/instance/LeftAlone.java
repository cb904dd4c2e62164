package social.gateway.instance;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** All instances of a service kept failing: they get time to recover. */
class LeftAlone extends Failure {

	private static final long serialVersionUID = 1L;

	/** As long as a breaker stays open. */
	private static final String SECONDS = "2";

	LeftAlone() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable");
		header(HttpHeaders.RETRY_AFTER, SECONDS);
	}

}
