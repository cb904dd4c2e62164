package social.posts.feed;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

import social.platform.passport.UserId;
import social.posts.feed.LargeAuthors.Followed;

/** Builds feeds from the database. */
@Component
public class FeedBuilder {

	private static final Duration GLANCE = Duration.ofMillis(5);

	private final FeedCache cache;

	private final FeedSource source;

	private final FeedProperties properties;

	private final Timer timer;

	FeedBuilder(FeedCache cache, FeedSource source, FeedProperties properties, MeterRegistry meters) {
		this.cache = cache;
		this.source = source;
		this.properties = properties;
		this.timer = Timer.builder("social.feed.build").description("Feeds built from the database").register(meters);
	}

	/** Builds a feed, also where one is. */
	public void rebuild(UserId reader) {
		var feed = PostList.feedOf(reader);
		this.cache.begin(feed, false).ifPresent((token) -> build(feed, token, () -> storeFeed(reader, token)));
	}

	/**
	 * Builds a missing feed, or waits a moment for whoever is at it.
	 * @return whether looking into the cache again makes sense
	 */
	boolean provide(UserId reader) {
		return provide(PostList.feedOf(reader), (token) -> storeFeed(reader, token));
	}

	/** As {@link #provide}, for the newest posts of large authors. */
	boolean providePostsOf(List<UserId> authors) {
		return authors.stream().allMatch((author) -> {
			var list = PostList.postsOf(author);
			return provide(list, (token) -> this.cache.store(list, token, this.source.newestOf(author), null));
		});
	}

	/** Brings a feed up to date after large authors came or went. */
	void refresh(UserId reader, Look.Outdated feed) {
		Followed large = this.source.largeAuthors(reader);
		if (feed.goesOn(large)) {
			this.cache.merge(reader, feed.was(), large);
		}
		else {
			rebuild(reader);
		}
	}

	private boolean provide(PostList list, Consumer<String> store) {
		var token = this.cache.begin(list, true);
		token.ifPresent((mine) -> build(list, mine, () -> store.accept(mine)));
		return token.isPresent() || await(list);
	}

	// who is large is read first: what changes after that is noticed by the next reader
	private void storeFeed(UserId reader, String token) {
		Followed large = this.source.largeAuthors(reader);
		this.cache.store(PostList.feedOf(reader), token, this.source.newest(reader, large.authors()), large);
	}

	private void build(PostList list, String token, Runnable work) {
		try {
			this.timer.record(work);
		}
		catch (RuntimeException ex) {
			this.cache.abandon(list, token);
			throw ex;
		}
	}

	private boolean await(PostList list) {
		long deadline = System.nanoTime() + this.properties.buildWait().toNanos();
		while (System.nanoTime() < deadline) {
			if (this.cache.holds(list)) {
				return true;
			}
			try {
				Thread.sleep(GLANCE);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return false;
	}

}
