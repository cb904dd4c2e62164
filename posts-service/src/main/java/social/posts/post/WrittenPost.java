package social.posts.post;

import social.platform.passport.UserId;

/**
 * A post as clients get it, and as it is kept ready for them: in another form it needs
 * another key.
 *
 * @param id names it
 * @param text what it says
 * @param authorUserId who wrote it
 */
record WrittenPost(PostId id, String text, UserId authorUserId) {

	/** What clients get of a post. */
	static WrittenPost of(Post post) {
		return new WrittenPost(post.id(), post.text(), post.author());
	}

}
