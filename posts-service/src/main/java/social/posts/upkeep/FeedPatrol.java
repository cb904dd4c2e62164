package social.posts.upkeep;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import social.platform.passport.UserId;
import social.posts.feed.FeedCache;

/**
 * Looks at a few cached feeds now and then, all in turn, and counts those that are wrong.
 */
@Component
@Profile("!feed-worker")
@EnableScheduling
class FeedPatrol {

	private static final Logger log = LoggerFactory.getLogger(FeedPatrol.class);

	private static final int KEYS = 20;

	private static final int FEEDS = 10;

	private final FeedCache cache;

	private final FeedAudit audit;

	private final Counter right;

	private final Counter wrong;

	private long cursor;

	FeedPatrol(FeedCache cache, FeedAudit audit, MeterRegistry meters) {
		this.cache = cache;
		this.audit = audit;
		this.right = counter("right", meters);
		this.wrong = counter("wrong", meters);
	}

	@Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	void walk() {
		try {
			FeedCache.Scan scan = this.cache.scan(this.cursor, KEYS);
			this.cursor = scan.next();
			look(scan.readers().stream().limit(FEEDS).toList());
		}
		catch (RuntimeException ex) {
			// what can't be compared is not wrong; that a store is away shows elsewhere
			log.debug("No feed was compared", ex);
		}
	}

	private void look(List<UserId> readers) {
		readers.stream()
			.map(this.audit::check)
			.flatMap(Optional::stream)
			.forEach((finding) -> (finding.right() ? this.right : this.wrong).increment());
	}

	private static Counter counter(String result, MeterRegistry meters) {
		return Counter.builder("social.feed.audited")
			.description("Cached feeds that were compared with the database")
			.tag("result", result)
			.register(meters);
	}

}
