package social.posts.fanout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import social.platform.passport.UserId;
import social.posts.feed.FeedCache;
import social.posts.feed.LargeAuthors;
import social.posts.post.Post;
import social.posts.post.PostCache;
import social.posts.post.PostId;
import social.posts.post.Posts;

/**
 * Brings changes of posts to where the followers of their authors read them: each
 * follower's feed, or a large author's own list.
 * <p>
 * A change may come twice, late or before the one it follows: a feed is a set of ids, the
 * newest version of a post wins, and what is deleted stays deleted.
 */
@Component
@Profile("feed-worker")
class FeedUpdater {

	// well within the time for which deletions are remembered
	private static final Duration FRESH = Duration.ofHours(1);

	private final Posts posts;

	private final PostCache kept;

	private final FeedCache cache;

	private final LargeAuthors large;

	private final Slices slices;

	private final Patience patience;

	FeedUpdater(Posts posts, PostCache kept, FeedCache cache, LargeAuthors large, Slices slices, Patience patience) {
		this.posts = posts;
		this.kept = kept;
		this.cache = cache;
		this.large = large;
		this.slices = slices;
		this.patience = patience;
	}

	void apply(PostChange change) {
		switch (change) {
			case PostChange.Created created -> add(created);
			case PostChange.Updated updated ->
				keep(new Post(updated.postId(), updated.authorUserId(), updated.text(), updated.version()),
						updated.at());
			case PostChange.Deleted deleted -> remove(deleted);
			case PostChange.Other other -> {
				// feeds need not know
			}
		}
	}

	private void add(PostChange.Created post) {
		UserId author = post.authorUserId();
		if (!keep(new Post(post.postId(), author, post.text(), post.version()), post.at())) {
			return;
		}
		if (this.patience.until(() -> this.large.include(author))) {
			this.patience.until(() -> this.cache.add(author, post.postId()));
			this.slices.arrived(Slice.of(post), Integer.MAX_VALUE);
		}
		else {
			this.slices.begin(Slice.of(post));
		}
	}

	private void remove(PostChange.Deleted post) {
		this.patience.until(() -> this.kept.bury(post.postId()));
		this.patience.until(() -> this.cache.remove(post.authorUserId(), post.postId()));
		// where a large author's post is in feeds from before, it drops out when it is
		// read
		if (!this.patience.until(() -> this.large.include(post.authorUserId()))) {
			this.slices.begin(Slice.of(post));
		}
	}

	/** Keeps a post ready; false if it is deleted. */
	private boolean keep(Post post, Instant at) {
		return at.isAfter(Instant.now().minus(FRESH)) ? this.patience.until(() -> this.kept.put(post))
				: recall(post.id());
	}

	/** What a late change says may be forgotten in Redis, and true no more. */
	private boolean recall(PostId id) {
		List<Post> found = this.patience.until(() -> this.posts.all(List.of(id)));
		if (found.isEmpty()) {
			this.patience.until(() -> this.kept.bury(id));
			return false;
		}
		return this.patience.until(() -> this.kept.put(found.getFirst()));
	}

}
