package social.posts.post;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** A key already stands for a post with another text. */
class KeyUsedForAnotherText extends Failure {

	private static final long serialVersionUID = 1L;

	KeyUsedForAnotherText() {
		super(HttpStatus.CONFLICT, "Idempotency-Key: already used (expected: a new one for another text)");
	}

}
