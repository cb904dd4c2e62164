package social.users.account;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** So many passwords of this account were wrong that the next has to wait. */
class TooManyFailures extends Failure {

	TooManyFailures(Duration wait) {
		super(HttpStatus.TOO_MANY_REQUESTS, "password: too often wrong (expected: a pause)",
				Duration.ofSeconds((wait.toMillis() + 999) / 1000));
	}

}
