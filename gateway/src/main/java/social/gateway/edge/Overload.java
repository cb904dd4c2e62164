package social.gateway.edge;

import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** More is asked than the gateway can answer in time. */
class Overload extends Failure {

	private static final long serialVersionUID = 1L;

	/** For as long as this request has waited the next one would wait too. */
	Overload(Duration waited) {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Too busy");
		header(HttpHeaders.RETRY_AFTER, Long.toString(waited.plusMillis(999).toSeconds()));
	}

}
