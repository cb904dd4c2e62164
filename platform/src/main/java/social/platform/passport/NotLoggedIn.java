package social.platform.passport;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** A request without a user reached something that belongs to users. */
class NotLoggedIn extends Failure {

	NotLoggedIn() {
		super(HttpStatus.UNAUTHORIZED, "A token is needed");
	}

}
