package social.posts.feed;

import java.nio.ByteBuffer;

import social.posts.post.PostId;

/**
 * A post of a page.
 *
 * @param name its id, as text
 * @param json the post as clients get it
 */
record FeedPost(String name, ByteBuffer json) {

	PostId id() {
		return PostId.of(this.name);
	}

}
