package social.posts.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import social.platform.passport.UserId;
import social.posts.friend.Friendships;
import social.posts.post.Post;

/**
 * Brings changes of posts into the feeds of their authors' followers.
 * <p>
 * A change may come twice, late or before the one it follows: a feed is a set of ids, the
 * newest version of a post wins, and what is deleted stays deleted.
 */
@Component
@Profile("feed-worker")
class FeedUpdater {

	private final Friendships friendships;

	private final FeedCache cache;

	private final PostCache kept;

	private final FeedProperties properties;

	private final Patience patience;

	private final Timer lag;

	FeedUpdater(Friendships friendships, FeedCache cache, PostCache kept, FeedProperties properties, Patience patience,
			MeterRegistry meters) {
		this.friendships = friendships;
		this.cache = cache;
		this.kept = kept;
		this.properties = properties;
		this.patience = patience;
		this.lag = Timer.builder("social.feed.lag")
			.description("From the writing of a post to the last follower's feed")
			.publishPercentileHistogram()
			.register(meters);
	}

	void apply(PostChange change) {
		switch (change) {
			case PostChange.Created created -> add(created);
			case PostChange.Updated updated ->
				keep(new Post(updated.postId(), updated.authorUserId(), updated.text(), updated.version()));
			case PostChange.Deleted deleted -> remove(deleted);
			case PostChange.Other other -> {
				// feeds need not know
			}
		}
	}

	private void add(PostChange.Created post) {
		UserId author = post.authorUserId();
		if (keep(new Post(post.postId(), author, post.text(), post.version()))) {
			eachPage(author, (followers) -> this.cache.add(followers, author, post.postId()));
		}
		this.lag.record(Duration.between(post.at(), Instant.now()));
	}

	private void remove(PostChange.Deleted post) {
		this.patience.until(() -> this.kept.bury(post.postId()));
		eachPage(post.authorUserId(), (followers) -> this.cache.remove(followers, List.of(post.postId())));
	}

	private boolean keep(Post post) {
		return this.patience.until(() -> this.kept.put(post));
	}

	// patient with each page: one that has to wait does not send the others back to the
	// start
	private void eachPage(UserId author, Consumer<List<UserId>> work) {
		List<UserId> page = page(author, null);
		while (!page.isEmpty()) {
			List<UserId> followers = page;
			this.patience.until(() -> work.accept(followers));
			page = (page.size() == this.properties.followers()) ? page(author, page.getLast()) : List.of();
		}
	}

	private List<UserId> page(UserId author, @Nullable UserId after) {
		return this.patience.until(() -> this.friendships.followers(author, after, this.properties.followers()));
	}

}
