package social.posts.upkeep;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;
import social.platform.passport.UserId;

/** Nobody has read this feed for long, so there is nothing to compare. */
class FeedNotCached extends Failure {

	private static final long serialVersionUID = 1L;

	FeedNotCached(UserId reader) {
		super(HttpStatus.NOT_FOUND, "user_id: %s (expected: one whose feed is cached)".formatted(reader));
	}

}
