package social.posts.friend;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;
import social.platform.passport.UserId;

/** Nobody has the id of the one to follow. */
class PersonNotFound extends Failure {

	private static final long serialVersionUID = 1L;

	PersonNotFound(UserId id) {
		super(HttpStatus.NOT_FOUND, "user_id: %s (expected: a user)".formatted(id));
	}

}
