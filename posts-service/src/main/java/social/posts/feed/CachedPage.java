package social.posts.feed;

import java.util.List;

import org.jspecify.annotations.Nullable;

import social.posts.post.PostId;

/**
 * A page of a feed as Redis has it, newest first.
 *
 * @param found how many posts of the feed there are down to the end of the page
 * @param end the post below which the cached feed knows nothing, if it ends within this
 * page and more posts may follow
 * @param last the last post found
 * @param missing posts of the page that are not kept ready
 * @param posts a JSON array of the page's posts, null for those missing
 */
record CachedPage(int found, @Nullable PostId end, @Nullable PostId last, List<PostId> missing, byte[] posts) {

	/** Whether it is all that there is to be answered. */
	boolean isWhole() {
		return this.missing.isEmpty() && this.end == null;
	}

}
