package social.posts.fanout;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import social.platform.passport.UserId;
import social.posts.post.PostId;

/**
 * The feeds that a post still has to get to, or out of: one step is done, the rest goes
 * to the end of the line again, so that many followers of one author hold up nobody.
 *
 * @param at when the author did it
 * @param deleted whether the post has to go
 * @param after the last follower of the step before; nobody before the first step
 */
record Slice(PostId postId, UserId authorUserId, Instant at, boolean deleted, @Nullable UserId after) {

	/** All feeds that a new post has to get to. */
	static Slice of(PostChange.Created post) {
		return new Slice(post.postId(), post.authorUserId(), post.at(), false, null);
	}

	/** All feeds that a deleted post has to leave. */
	static Slice of(PostChange.Deleted post) {
		return new Slice(post.postId(), post.authorUserId(), post.at(), true, null);
	}

	/** What is left after a step. */
	Slice after(UserId follower) {
		return new Slice(this.postId, this.authorUserId, this.at, this.deleted, follower);
	}

}
