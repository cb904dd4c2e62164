package social.posts.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.RedisSerializer;
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
 * Two members are no posts. A list ends with {@code !}, behind the id of the post below
 * which it was cut if it was: nothing older counts. While a list is built it begins with
 * {@code ~} and a token of the builder: new posts come into it, but nobody reads it.
 */
@Component
public class FeedCache {

	private static final String END = "!";

	private static final String BUILDER = "~";

	// readers wait for a script to end: this many take about 2 ms
	private static final int AT_ONCE = 500;

	// one post in so many has the lists cut that it comes to, and they outgrow their
	// size by about as much: a cut costs more than to add
	private static final int CUT_BY = 16;

	private static final String GENERATION = "feeds:generation";

	// what posts say is for their readers alone
	@SuppressWarnings({ "rawtypes", "unchecked" })
	private static final RedisSerializer<List> AS_IT_IS = (RedisSerializer) RedisSerializer.byteArray();

	private final StringRedisTemplate redis;

	private final FeedProperties properties;

	private final Executor senders = Executors.newVirtualThreadPerTaskExecutor();

	private final RedisScript<Long> add = Script.of(FeedCache.class, "add", Long.class);

	private final RedisScript<Long> remove = Script.of(FeedCache.class, "remove", Long.class);

	private final RedisScript<Long> cut = Script.of(FeedCache.class, "cut", Long.class);

	private final RedisScript<Long> begin = Script.of(FeedCache.class, "begin", Long.class);

	private final RedisScript<Long> store = Script.of(FeedCache.class, "store", Long.class);

	private final RedisScript<Long> abandon = Script.of(FeedCache.class, "abandon", Long.class);

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

	/** Looks for a part of a feed, which lives longer for that. */
	Look read(UserId reader, Part part) {
		return look(reader, part, this.properties.life());
	}

	/** Looks for a part of a feed, which lives no longer for that. */
	Look inspect(UserId reader, Part part) {
		return look(reader, part, Duration.ZERO);
	}

	/** Looks through a part of Redis for feeds; a cursor of 0 is the beginning. */
	@SuppressWarnings("unchecked")
	public Scan scan(long cursor, int keys) {
		List<String> answer = CacheAway.unless(
				() -> this.redis.execute(this.scan, List.of(), Long.toUnsignedString(cursor), Integer.toString(keys)));
		return new Scan(Long.parseUnsignedLong(answer.getFirst()),
				answer.stream().skip(1).map((key) -> new PostList(key).reader()).toList());
	}

	/** Whether a list is there for reading. */
	boolean holds(PostList list) {
		return CacheAway.unless(() -> this.redis.opsForZSet().reverseRange(list.key(), 0, 0))
			.stream()
			.anyMatch((first) -> !first.startsWith(BUILDER));
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
	 * post is lost between that and {@link #store}. What the list was is gone, and who
	 * has begun before will store nothing.
	 * @param alone whether to begin only if the list is not there, nor built by anybody
	 * @return what to store the list with, or nothing if it is there or being built
	 */
	Optional<String> begin(PostList list, boolean alone) {
		String token = BUILDER + UUID.randomUUID();
		long begun = run(this.begin, List.of(list.key()), token,
				Long.toString(this.properties.buildTimeout().toMillis()), Boolean.toString(alone));
		return (begun == 1) ? Optional.of(token) : Optional.empty();
	}

	/**
	 * Puts a list in its place, unless it was dropped or begun anew since it was begun.
	 * @param posts the newest posts of the list; all, if they are no more than a list
	 * holds
	 * @param large whom to merge it with; nobody, if it is no feed
	 */
	void store(PostList list, String token, List<PostId> posts, @Nullable Followed large) {
		int size = this.properties.size();
		var keys = new ArrayList<>(List.of(list.key()));
		var args = new ArrayList<>(List.of(token, life(), (large != null) ? large.text() : ""));
		posts.stream().limit(size).forEach((post) -> args.add(post.toString()));
		args.add((posts.size() > size) ? posts.get(size) + END : END);
		if (large != null) {
			keys.add(list.large());
			announce(large.generation());
		}
		run(this.store, keys, args.toArray(String[]::new));
	}

	/** Gives up building a list. */
	void abandon(PostList list, String token) {
		run(this.abandon, List.of(list.key()), token);
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
		CacheAway.unless(() -> this.redis.delete(list.key()));
	}

	/**
	 * Drops a feed, built or being built: the user follows somebody else than before.
	 * @param left whose posts may still be under way to it, if anybody's
	 */
	public void drop(UserId reader, @Nullable UserId left) {
		var feed = PostList.feedOf(reader);
		var keys = new ArrayList<>(List.of(feed.key(), feed.large()));
		if (left != null) {
			keys.add(PostList.left(left));
		}
		run(this.drop, keys, Long.toString(this.properties.suspicion().toSeconds()));
	}

	private void addTo(List<String> lists, UserId author, PostId post) {
		boolean cut = Math.floorMod(post.hashCode(), CUT_BY) == 0;
		each(lists, (some) -> {
			var keys = new ArrayList<String>(some.size() + 1);
			keys.add(PostList.left(author));
			keys.addAll(some);
			run(this.add, keys, post.toString());
			if (cut) {
				run(this.cut, some, Integer.toString(this.properties.size()));
			}
		});
	}

	private void removeFrom(List<String> lists, List<PostId> posts) {
		String[] ids = posts.stream().map(PostId::toString).toArray(String[]::new);
		each(lists, (some) -> run(this.remove, some, ids));
	}

	/** Redis is at some lists while the next are on their way. */
	private void each(List<String> lists, Consumer<List<String>> work) {
		var works = new ArrayList<CompletableFuture<Void>>();
		for (int from = 0; from < lists.size(); from += AT_ONCE) {
			List<String> some = lists.subList(from, Math.min(from + AT_ONCE, lists.size()));
			works.add(CompletableFuture.runAsync(() -> work.accept(some), this.senders));
		}
		try {
			works.forEach(CompletableFuture::join);
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof CacheAway away) ? away : ex;
		}
	}

	private long run(RedisScript<Long> script, List<String> keys, String... args) {
		return CacheAway.unless(() -> this.redis.execute(script, keys, (Object[]) args));
	}

	private Look look(UserId reader, Part part, Duration life) {
		var feed = PostList.feedOf(reader);
		List<String> keys = List.of(feed.key(), feed.large(), GENERATION);
		List<?> answer = CacheAway.unless(() -> this.redis.execute(this.read, RedisSerializer.string(), AS_IT_IS, keys,
				Integer.toString(part.offset()), Integer.toString(part.limit()), Long.toString(life.toMillis()),
				(part.before() != null) ? part.before().toString() : ""));
		return Look.of(answer);
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
