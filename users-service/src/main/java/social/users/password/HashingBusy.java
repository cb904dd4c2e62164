package social.users.password;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** So many passwords wait for their hash that one more would wait too long. */
class HashingBusy extends Failure {

	HashingBusy() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Too many logins at once", Duration.ofSeconds(1));
	}

}
