package social.users.account;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** A client's own key for a registration cannot be one. */
class BadKey extends Failure {

	BadKey() {
		super(HttpStatus.BAD_REQUEST, "Idempotency-Key: not usable (expected: 1..128 visible ASCII characters)");
	}

}
