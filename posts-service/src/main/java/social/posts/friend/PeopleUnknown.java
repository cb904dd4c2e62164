package social.posts.friend;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** Whether a person exists can't be told now, because users-service does not answer. */
class PeopleUnknown extends Failure {

	private static final long serialVersionUID = 1L;

	PeopleUnknown(Duration retryAfter) {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Whether this person exists can't be told now", retryAfter);
	}

}
