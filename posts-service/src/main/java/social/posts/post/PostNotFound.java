package social.posts.post;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** There is no such post, or it is not the caller's to change: nobody can tell which. */
class PostNotFound extends Failure {

	private static final long serialVersionUID = 1L;

	PostNotFound(PostId id) {
		super(HttpStatus.NOT_FOUND, "post: %s (expected: a post, to change one your own)".formatted(id));
	}

}
