package social.users.account;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;
import social.platform.passport.UserId;

/** Nobody has this id. */
class UserNotFound extends Failure {

	UserNotFound(UserId id) {
		super(HttpStatus.NOT_FOUND, "user: %s (expected: a registered person)".formatted(id));
	}

}
