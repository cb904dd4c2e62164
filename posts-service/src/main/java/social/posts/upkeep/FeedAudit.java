package social.posts.upkeep;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import social.platform.passport.UserId;
import social.posts.feed.Feeds;
import social.posts.post.PostId;

/**
 * Compares a cached feed with the database. What differs is looked at again, since
 * changes may be on their way: only what stays wrong is wrong.
 */
@Component
@Profile("!feed-worker")
class FeedAudit {

	private static final int LOOKS = 5;

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final Feeds feeds;

	FeedAudit(Feeds feeds) {
		this.feeds = feeds;
	}

	/** What is wrong with a feed; nothing, if it is not cached. */
	Optional<Finding> check(UserId reader) {
		Optional<Finding> finding = look(reader);
		for (int again = 1; again < LOOKS && finding.isPresent() && !finding.get().right(); again++) {
			LockSupport.parkNanos(PAUSE.toNanos());
			Finding before = finding.get();
			finding = look(reader).map(before::still);
		}
		return finding;
	}

	private Optional<Finding> look(UserId reader) {
		return this.feeds.cached(reader).map((cached) -> {
			List<PostId> stored = this.feeds.stored(reader);
			return new Finding(cached.size(), without(stored, cached), without(cached, stored));
		});
	}

	private static Set<PostId> without(List<PostId> some, List<PostId> others) {
		var rest = new HashSet<>(some);
		others.forEach(rest::remove);
		return rest;
	}

	/**
	 * How a cached feed and the database differ.
	 *
	 * @param cached how many posts the cached feed has
	 * @param missing those that it lacks
	 * @param extra those that do not belong there
	 */
	record Finding(int cached, Set<PostId> missing, Set<PostId> extra) {

		boolean right() {
			return this.missing.isEmpty() && this.extra.isEmpty();
		}

		Finding still(Finding later) {
			var stillMissing = new HashSet<>(later.missing);
			stillMissing.retainAll(this.missing);
			var stillExtra = new HashSet<>(later.extra);
			stillExtra.retainAll(this.extra);
			return new Finding(later.cached, stillMissing, stillExtra);
		}

	}

}
