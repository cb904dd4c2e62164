package social.gateway.limit;

import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** Nobody can tell how often something was done, so it is not done. */
class LimiterAway extends Failure {

	private static final long serialVersionUID = 1L;

	LimiterAway() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable");
	}

}
