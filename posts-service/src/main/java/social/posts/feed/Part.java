package social.posts.feed;

import org.jspecify.annotations.Nullable;

import social.posts.post.PostId;

/**
 * Which part of a feed is asked for.
 *
 * @param before only posts older than this one, if given
 * @param offset how many of them to leave out, newest first
 * @param limit how many to answer at most
 */
record Part(@Nullable PostId before, int offset, int limit) {

	/** How many of the posts that were found belong to it. */
	int of(int found) {
		return Math.max(0, found - this.offset);
	}

	/** What is left to read below a post, down to which so many were found. */
	Part below(PostId post, int found) {
		return new Part(post, Math.max(0, this.offset - found), this.limit - of(found));
	}

}
