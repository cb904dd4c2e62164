package social.users.session;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** A token names no session that could be ended. */
class NoSession extends Failure {

	NoSession() {
		super(HttpStatus.BAD_REQUEST, "token: of no session (expected: one from POST /login)");
	}

}
