package social.posts.friend;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;
import social.platform.passport.UserId;

/** Nobody follows themselves. */
class FriendOfOneself extends Failure {

	private static final long serialVersionUID = 1L;

	FriendOfOneself(UserId id) {
		super(HttpStatus.BAD_REQUEST, "user_id: %s (expected: another user's)".formatted(id));
	}

}
