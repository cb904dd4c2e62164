package social.posts.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

import social.platform.passport.UserId;
import social.posts.post.PostId;

/**
 * Keeps feeds ready in Redis: sorted sets of post ids, all with one score, which Redis
 * then orders by the ids themselves. That is the order of time, and the database's.
 * <p>
 * A feed that holds all there is also has the member {@code !}, which sorts behind all
 * ids and so falls out first when the feed is cut.
 */
@Component
class FeedCache {

	private static final String ALL = "!";

	private final StringRedisTemplate redis;

	private final FeedProperties properties;

	private final RedisScript<Long> add = script("add", Long.class);

	private final RedisScript<Long> remove = script("remove", Long.class);

	private final RedisScript<Long> begin = script("begin", Long.class);

	private final RedisScript<Long> store = script("store", Long.class);

	private final RedisScript<Long> drop = script("drop", Long.class);

	@SuppressWarnings("rawtypes")
	private final RedisScript<List> read = script("read", List.class);

	FeedCache(StringRedisTemplate redis, FeedProperties properties) {
		this.redis = redis;
		this.properties = properties;
	}

	/** A page of a feed, or nothing if the feed is not there. */
	Optional<CachedPage> read(UserId reader, int offset, int limit) {
		List<?> reply = CacheAway.unless(() -> this.redis.execute(this.read, List.of(feed(reader)),
				Integer.toString(offset), Integer.toString(limit), Long.toString(this.properties.life().toMillis())));
		return reply.isEmpty() ? Optional.empty() : Optional.of(CachedPage.of(reply));
	}

	/** Whether a feed is there. */
	boolean holds(UserId reader) {
		return CacheAway.unless(() -> this.redis.hasKey(feed(reader)));
	}

	/** Adds a post to those followers' feeds that are there or being built. */
	void add(List<UserId> followers, UserId author, PostId post) {
		run(this.add, followers.stream().map(FeedCache::feed).toList(), post.toString(), author.toString(),
				Integer.toString(this.properties.size()));
	}

	/** Removes posts from followers' feeds. */
	void remove(List<UserId> followers, List<PostId> posts) {
		run(this.remove, followers.stream().map(FeedCache::feed).toList(),
				posts.stream().map(PostId::toString).toArray(String[]::new));
	}

	/**
	 * Begins to build a feed. Whatever the builder reads from the database after this, no
	 * post is lost between that and {@link #store}.
	 * @param alone whether to begin only if nobody else builds this feed
	 * @return what to store the feed with, or nothing if somebody else builds it
	 */
	Optional<String> begin(UserId reader, boolean alone) {
		String token = UUID.randomUUID().toString();
		long begun = run(this.begin, List.of(building(reader)), token,
				Long.toString(this.properties.buildTimeout().toMillis()), Boolean.toString(alone));
		return (begun == 1) ? Optional.of(token) : Optional.empty();
	}

	/**
	 * Puts a feed in its place, unless it was dropped since it was begun.
	 * @param posts the newest posts of the feed; all, if they are fewer than a feed holds
	 */
	void store(UserId reader, String token, List<PostId> posts) {
		var args = new ArrayList<String>();
		args.add(token);
		args.add(Integer.toString(this.properties.size()));
		args.add(Long.toString(this.properties.life().toMillis()));
		posts.forEach((post) -> args.add(post.toString()));
		if (posts.size() < this.properties.size()) {
			args.add(ALL);
		}
		run(this.store, List.of(feed(reader), building(reader)), args.toArray(String[]::new));
	}

	/** Gives up building a feed. */
	void abandon(UserId reader, String token) {
		CacheAway.unless(() -> this.redis.opsForZSet().remove(building(reader), token));
	}

	/**
	 * Drops a feed, and what is being built for it: the user follows somebody else than
	 * before.
	 * @param left whose posts may still be under way to it, if anybody's
	 */
	void drop(UserId reader, @Nullable UserId left) {
		var keys = new ArrayList<>(List.of(feed(reader), building(reader)));
		if (left != null) {
			keys.add(feed(reader) + ":left:" + left);
		}
		run(this.drop, keys, Long.toString(this.properties.suspicion().toMillis()));
	}

	private long run(RedisScript<Long> script, List<String> keys, String... args) {
		return CacheAway.unless(() -> this.redis.execute(script, keys, (Object[]) args));
	}

	private static String feed(UserId reader) {
		return "feed:" + reader;
	}

	private static String building(UserId reader) {
		return feed(reader) + ":building";
	}

	private static <T> RedisScript<T> script(String name, Class<T> type) {
		return RedisScript.of(new ClassPathResource(name + ".lua", FeedCache.class), type);
	}

}
