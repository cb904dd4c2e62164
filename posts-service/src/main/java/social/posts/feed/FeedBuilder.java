package social.posts.feed;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

import social.platform.passport.UserId;

/** Builds feeds from the database. */
@Component
class FeedBuilder {

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
	void rebuild(UserId reader) {
		this.cache.begin(reader, false).ifPresent((token) -> build(reader, token));
	}

	/**
	 * Builds a missing feed, or waits a moment for whoever is at it.
	 * @return whether looking into the cache again makes sense
	 */
	boolean provide(UserId reader) {
		var token = this.cache.begin(reader, true);
		token.ifPresent((mine) -> build(reader, mine));
		return token.isPresent() || await(reader);
	}

	private void build(UserId reader, String token) {
		try {
			this.timer.record(() -> this.cache.store(reader, token, this.source.newest(reader)));
		}
		catch (RuntimeException ex) {
			this.cache.abandon(reader, token);
			throw ex;
		}
	}

	private boolean await(UserId reader) {
		long deadline = System.nanoTime() + this.properties.buildWait().toNanos();
		while (System.nanoTime() < deadline) {
			if (this.cache.holds(reader)) {
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
