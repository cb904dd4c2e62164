package social.dialogs.dialog;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;
import social.platform.passport.UserId;

/** It takes two for a dialog. */
class DialogWithOneself extends Failure {

	private static final long serialVersionUID = 1L;

	DialogWithOneself(UserId id) {
		super(HttpStatus.BAD_REQUEST, "user_id: %s (expected: another user's)".formatted(id));
	}

}
