package social.posts.fanout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import social.platform.metric.ReachTimer;
import social.platform.passport.UserId;
import social.platform.request.RequestIds;
import social.posts.broker.Broker;
import social.posts.broker.Letter;
import social.posts.broker.Topic;
import social.posts.feed.FeedCache;
import social.posts.friend.Friendships;
import social.posts.post.PostCache;

/**
 * Takes posts to the feeds of their authors' followers, slice by slice.
 * <p>
 * A slice that comes twice is harmless: a feed is a set of ids.
 */
@Component
@Profile("feed-worker")
class Slices {

	private static final String KEY = "posts.fanout";

	private final Friendships friendships;

	private final FeedCache cache;

	private final PostCache kept;

	private final Broker broker;

	private final JsonMapper json;

	private final Patience patience;

	private final int followers;

	private final Duration turn;

	private final Executor readers = Executors.newVirtualThreadPerTaskExecutor();

	private final ReachTimer lag;

	private final Timer turns;

	Slices(Friendships friendships, FeedCache cache, PostCache kept, Broker broker, JsonMapper json, Patience patience,
			FanoutProperties properties, MeterRegistry meters) {
		this.friendships = friendships;
		this.cache = cache;
		this.kept = kept;
		this.broker = broker;
		this.json = json;
		this.patience = patience;
		this.followers = properties.followers();
		this.turn = properties.turn();
		this.lag = new ReachTimer("social.feed.lag", "From the writing of a post to the last follower's feed", meters);
		this.turns = Timer.builder("social.feed.fanout")
			.description("One turn: the feeds of some followers")
			.register(meters);
	}

	/** Goes on with a slice that others had to be let past. */
	void resume(Slice slice) {
		// deleted meanwhile: those feeds would keep it until they are read
		if (slice.deleted() || !this.patience.until(() -> this.kept.buried(slice.postId()))) {
			begin(slice);
		}
	}

	/** Takes a post on for one turn, and leaves the rest to the queue. */
	void begin(Slice slice) {
		Turn turn = Objects.requireNonNull(this.turns.record(() -> turn(slice)));
		if (turn.rest() != null) {
			send(turn.rest());
		}
		else {
			arrived(slice, turn.reached() + ((slice.after() != null) ? this.followers : 0));
		}
	}

	/** Notes that a post is where all its readers, so many or some more, find it. */
	void arrived(Slice slice, int readers) {
		if (!slice.deleted()) {
			this.lag.record(Duration.between(slice.at(), Instant.now()), readers);
		}
	}

	private Turn turn(Slice slice) {
		long begun = System.nanoTime();
		int reached = 0;
		Slice at = slice;
		List<UserId> page = page(at);
		while (page.size() == this.followers) {
			at = at.after(page.getLast());
			reached += page.size();
			if (System.nanoTime() - begun >= this.turn.toNanos()) {
				write(slice, page);
				return new Turn(at, reached);
			}
			page = writeAndReadOn(slice, page, at);
		}
		write(slice, page);
		return new Turn(null, reached + page.size());
	}

	/** The database looks for the next page while Redis is at this one. */
	private List<UserId> writeAndReadOn(Slice slice, List<UserId> page, Slice next) {
		CompletableFuture<List<UserId>> ahead = CompletableFuture.supplyAsync(() -> page(next), this.readers);
		write(slice, page);
		return ahead.join();
	}

	private List<UserId> page(Slice slice) {
		return this.patience
			.until(() -> this.friendships.followers(slice.authorUserId(), slice.after(), this.followers));
	}

	private void write(Slice slice, List<UserId> page) {
		this.patience.until(() -> {
			if (slice.deleted()) {
				this.cache.remove(page, List.of(slice.postId()));
			}
			else {
				this.cache.add(page, slice.authorUserId(), slice.postId());
			}
		});
	}

	private void send(Slice rest) {
		String requestId = RequestIds.currentOrNew();
		var letter = new Letter(Topic.FANOUT, KEY, this.json.writeValueAsString(rest), requestId, true);
		this.patience.until(() -> this.broker.send(List.of(letter)));
	}

	/**
	 * What a turn came to.
	 *
	 * @param rest what is left for another one
	 * @param reached how many followers' feeds
	 */
	private record Turn(@Nullable Slice rest, int reached) {
	}

}
