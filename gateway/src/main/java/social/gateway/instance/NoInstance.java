package social.gateway.instance;

import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** Nothing is known of a service, or nothing of it is running. */
class NoInstance extends Failure {

	private static final long serialVersionUID = 1L;

	NoInstance() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable");
	}

}
