package social.users.account;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/**
 * The password is somebody else's. 401 would be the usual answer; the API's contract
 * knows 400 and 404 for a login, and its clients no more.
 */
class WrongPassword extends Failure {

	WrongPassword() {
		super(HttpStatus.BAD_REQUEST, "password: wrong (expected: the one given at registration)");
	}

}
