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

	/** What is left to read beyond a cut: the posts found before it are counted. */
	Part beyond(CachedPage.Cut cut, int found) {
		return new Part(cut.oldest(), Math.max(0, this.offset - cut.size()), this.limit - found);
	}

}
