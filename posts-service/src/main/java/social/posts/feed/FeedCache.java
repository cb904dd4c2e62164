package social.posts.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

import social.platform.passport.UserId;
import social.posts.feed.LargeAuthors.Followed;
import social.posts.post.CacheAway;
import social.posts.post.PostId;
import social.posts.post.Script;

/**
 * Keeps feeds ready in Redis: sorted sets of post ids, all with one score, which Redis
 * then orders by the ids themselves. That is the order of time, and the database's. The
 * newest posts of a large author are such a list, too.
 * <p>
 * A list that holds all there is also has the member {@code !}, which sorts behind all
 * ids and so falls out first when the list is cut.
 */
@Component
public class FeedCache {

	private static final String ALL = "!";

	// readers wait for a script to end: this many take about 2 ms
	private static final int AT_ONCE = 500;

	private static final String GENERATION = "feeds:generation";

	private final StringRedisTemplate redis;

	private final FeedProperties properties;

	private final RedisScript<Long> add = Script.of(FeedCache.class, "add", Long.class);

	private final RedisScript<Long> remove = Script.of(FeedCache.class, "remove", Long.class);

	private final RedisScript<Long> begin = Script.of(FeedCache.class, "begin", Long.class);

	private final RedisScript<Long> store = Script.of(FeedCache.class, "store", Long.class);

	private final RedisScript<Long> drop = Script.of(FeedCache.class, "drop", Long.class);

	private final RedisScript<Long> merge = Script.of(FeedCache.class, "merge", Long.class);

	private final RedisScript<Long> announce = Script.of(FeedCache.class, "announce", Long.class);

	@SuppressWarnings("rawtypes")
	private final RedisScript<List> read = Script.of(FeedCache.class, "read", List.class);

	@SuppressWarnings("rawtypes")
	private final RedisScript<List> scan = Script.of(FeedCache.class, "scan", List.class);

	FeedCache(StringRedisTemplate redis, FeedProperties properties) {
		this.redis = redis;
		this.properties = properties;
	}

	/** Looks for a part of a feed. */
	Look read(UserId reader, Part part) {
		var feed = PostList.feedOf(reader);
		List<?> answer = CacheAway.unless(() -> this.redis.execute(this.read,
				List.of(feed.key(), feed.large(), GENERATION), Integer.toString(part.offset()),
				Integer.toString(part.limit()), life(), (part.before() != null) ? part.before().toString() : ""));
		return Look.of(answer);
	}

	/** Looks through a part of Redis for feeds; a cursor of 0 is the beginning. */
	@SuppressWarnings("unchecked")
	public Scan scan(long cursor, int keys) {
		List<String> answer = CacheAway.unless(
				() -> this.redis.execute(this.scan, List.of(), Long.toUnsignedString(cursor), Integer.toString(keys)));
		return new Scan(Long.parseUnsignedLong(answer.getFirst()),
				answer.stream().skip(1).map((key) -> new PostList(key).reader()).toList());
	}

	/** Whether a list is there. */
	boolean holds(PostList list) {
		return CacheAway.unless(() -> this.redis.hasKey(list.key()));
	}

	/** Adds a post to those followers' feeds that are there or being built. */
	public void add(List<UserId> followers, UserId author, PostId post) {
		addTo(keys(followers), author, post);
	}

	/** Adds a post to a large author's newest, if these are there or being built. */
	public void add(UserId author, PostId post) {
		addTo(List.of(PostList.postsOf(author).key()), author, post);
	}

	/** Removes posts from followers' feeds. */
	public void remove(List<UserId> followers, List<PostId> posts) {
		removeFrom(keys(followers), posts);
	}

	/** Removes a post from a large author's newest. */
	public void remove(UserId author, PostId post) {
		removeFrom(List.of(PostList.postsOf(author).key()), List.of(post));
	}

	/**
	 * Begins to build a list. Whatever the builder reads from the database after this, no
	 * post is lost between that and {@link #store}.
	 * @param alone whether to begin only if nobody else builds this list
	 * @return what to store the list with, or nothing if somebody else builds it
	 */
	Optional<String> begin(PostList list, boolean alone) {
		String token = UUID.randomUUID().toString();
		long begun = run(this.begin, List.of(list.building()), token,
				Long.toString(this.properties.buildTimeout().toMillis()), Boolean.toString(alone));
		return (begun == 1) ? Optional.of(token) : Optional.empty();
	}

	/**
	 * Puts a list in its place, unless it was dropped since it was begun.
	 * @param posts the newest posts of the list; all, if they are fewer than a list holds
	 * @param large whom to merge it with; nobody, if it is no feed
	 */
	void store(PostList list, String token, List<PostId> posts, @Nullable Followed large) {
		var keys = new ArrayList<>(List.of(list.key(), list.building()));
		var args = new ArrayList<>(
				List.of(token, Integer.toString(this.properties.size()), life(), (large != null) ? large.text() : ""));
		posts.forEach((post) -> args.add(post.toString()));
		if (posts.size() < this.properties.size()) {
			args.add(ALL);
		}
		if (large != null) {
			keys.add(list.large());
			announce(large.generation());
		}
		run(this.store, keys, args.toArray(String[]::new));
	}

	/** Gives up building a list. */
	void abandon(PostList list, String token) {
		CacheAway.unless(() -> this.redis.opsForZSet().remove(list.building(), token));
	}

	/** Notes whom a feed has to be merged with from now on, if it still is as it was. */
	void merge(UserId reader, String was, Followed large) {
		announce(large.generation());
		run(this.merge, List.of(PostList.feedOf(reader).large()), was, large.text(), life());
	}

	/**
	 * Large authors came or went: feeds that were built under another number look again.
	 */
	void announce(long generation) {
		run(this.announce, List.of(GENERATION), Long.toString(generation));
	}

	/** Forgets a list. */
	void forget(PostList list) {
		CacheAway.unless(() -> this.redis.delete(List.of(list.key(), list.building())));
	}

	/**
	 * Drops a feed, and what is being built for it: the user follows somebody else than
	 * before.
	 * @param left whose posts may still be under way to it, if anybody's
	 */
	public void drop(UserId reader, @Nullable UserId left) {
		var feed = PostList.feedOf(reader);
		var keys = new ArrayList<>(List.of(feed.key(), feed.building(), feed.large()));
		if (left != null) {
			keys.add(feed.left(left));
		}
		run(this.drop, keys, Long.toString(this.properties.suspicion().toMillis()));
	}

	private void addTo(List<String> lists, UserId author, PostId post) {
		String most = Integer.toString(this.properties.size());
		for (int from = 0; from < lists.size(); from += AT_ONCE) {
			run(this.add, lists.subList(from, Math.min(from + AT_ONCE, lists.size())), post.toString(),
					author.toString(), most);
		}
	}

	private void removeFrom(List<String> lists, List<PostId> posts) {
		run(this.remove, lists, posts.stream().map(PostId::toString).toArray(String[]::new));
	}

	private long run(RedisScript<Long> script, List<String> keys, String... args) {
		return CacheAway.unless(() -> this.redis.execute(script, keys, (Object[]) args));
	}

	private String life() {
		return Long.toString(this.properties.life().toMillis());
	}

	private static List<String> keys(List<UserId> readers) {
		return readers.stream().map((reader) -> PostList.feedOf(reader).key()).toList();
	}

	/**
	 * Feeds that were found.
	 *
	 * @param next where to go on; 0 at the end
	 * @param readers whose feeds
	 */
	public record Scan(long next, List<UserId> readers) {
	}

}
