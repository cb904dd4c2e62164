package social.posts.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

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
class FeedUpdater {

	private final Friendships friendships;

	private final FeedCache cache;

	private final PostCache kept;

	private final FeedProperties properties;

	private final Timer lag;

	FeedUpdater(Friendships friendships, FeedCache cache, PostCache kept, FeedProperties properties,
			MeterRegistry meters) {
		this.friendships = friendships;
		this.cache = cache;
		this.kept = kept;
		this.properties = properties;
		this.lag = Timer.builder("social.feed.lag")
			.description("From the writing of a post to the last follower's feed")
			.publishPercentileHistogram()
			.register(meters);
	}

	void apply(PostChange change) {
		switch (change) {
			case PostChange.Created created -> add(created);
			case PostChange.Updated updated ->
				this.kept.put(new Post(updated.postId(), updated.authorUserId(), updated.text(), updated.version()));
			case PostChange.Deleted deleted -> remove(deleted);
			case PostChange.Other other -> {
				// feeds need not know
			}
		}
	}

	private void add(PostChange.Created post) {
		UserId author = post.authorUserId();
		if (this.kept.put(new Post(post.postId(), author, post.text(), post.version()))) {
			eachPage(author, (followers) -> this.cache.add(followers, author, post.postId()));
		}
		this.lag.record(Duration.between(post.at(), Instant.now()));
	}

	private void remove(PostChange.Deleted post) {
		this.kept.bury(post.postId());
		eachPage(post.authorUserId(), (followers) -> this.cache.remove(followers, List.of(post.postId())));
	}

	private void eachPage(UserId author, Consumer<List<UserId>> work) {
		UserId last = null;
		List<UserId> page;
		do {
			page = this.friendships.followers(author, last, this.properties.followers());
			if (!page.isEmpty()) {
				work.accept(page);
				last = page.getLast();
			}
		}
		while (page.size() == this.properties.followers());
	}

}
