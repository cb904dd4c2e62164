package social.users.session;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** A refresh token prolongs nothing. What is wrong with it would help thieves only. */
class RefreshTokenRefused extends Failure {

	RefreshTokenRefused() {
		super(HttpStatus.UNAUTHORIZED,
				"refresh_token: not valid, or not any more (expected: the last one that was answered)");
	}

}
