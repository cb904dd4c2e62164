package social.posts.upkeep;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** The message broker does not take what is sent. */
class BrokerAway extends Failure {

	private static final long serialVersionUID = 1L;

	BrokerAway() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "The message broker does not answer", Duration.ofSeconds(1));
	}

}
