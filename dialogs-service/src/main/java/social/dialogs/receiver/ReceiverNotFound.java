package social.dialogs.receiver;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;
import social.platform.passport.UserId;

/** Nobody has the id that a message is for. */
class ReceiverNotFound extends Failure {

	private static final long serialVersionUID = 1L;

	ReceiverNotFound(UserId id) {
		super(HttpStatus.NOT_FOUND, "user_id: %s (expected: a user)".formatted(id));
	}

}
