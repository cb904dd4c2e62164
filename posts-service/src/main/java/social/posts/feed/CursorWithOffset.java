package social.posts.feed;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** A cursor says where a part begins, and so does an offset. */
class CursorWithOffset extends Failure {

	private static final long serialVersionUID = 1L;

	CursorWithOffset(int offset) {
		super(HttpStatus.BAD_REQUEST, "offset: %d (expected: none beside a cursor)".formatted(offset));
	}

}
