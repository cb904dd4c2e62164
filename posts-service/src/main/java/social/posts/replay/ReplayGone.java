package social.posts.replay;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** What came after a position is no longer kept, or the position is none of this log. */
class ReplayGone extends Failure {

	private static final long serialVersionUID = 1L;

	ReplayGone(long after, long first, long last) {
		super(HttpStatus.GONE, "after: %d (expected: %d..%d)".formatted(after, first - 1, last));
	}

}
