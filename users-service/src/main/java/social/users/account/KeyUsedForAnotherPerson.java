package social.users.account;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** A key already stands for the registration of somebody else. */
class KeyUsedForAnotherPerson extends Failure {

	KeyUsedForAnotherPerson() {
		super(HttpStatus.CONFLICT, "Idempotency-Key: already used (expected: a new one for another person)");
	}

}
