package social.posts.friend;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** A user follows as many people as one may. */
class TooManyFriends extends Failure {

	private static final long serialVersionUID = 1L;

	TooManyFriends(int most) {
		super(HttpStatus.CONFLICT, "friends: %d already (expected: fewer)".formatted(most));
	}

}
