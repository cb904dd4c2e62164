package social.posts.post;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

import social.platform.passport.UserId;

/**
 * Keeps posts ready in Redis, by id.
 * <p>
 * The newest version wins and a deletion wins over all, whoever comes late: writers need
 * no order. A deleted post is kept as an empty string.
 */
@Component
public class PostCache {

	private static final int UUID_LENGTH = 36;

	private final StringRedisTemplate redis;

	private final PostProperties properties;

	@SuppressWarnings("rawtypes")
	private final RedisScript<List> put = Script.of(PostCache.class, "put", List.class);

	PostCache(StringRedisTemplate redis, PostProperties properties) {
		this.redis = redis;
		this.properties = properties;
	}

	/**
	 * Keeps a post unless a newer version is kept.
	 * @return whether it lives: false if it is known to be deleted
	 */
	public boolean put(Post post) {
		return put(List.of(post)).equals(List.of(1L));
	}

	/** As {@link #put(Post)}, for several; the answer is 1 for each one that lives. */
	public List<?> put(Collection<Post> posts) {
		if (posts.isEmpty()) {
			return List.of();
		}
		var args = new ArrayList<String>();
		args.add(Long.toString(this.properties.ready().toMillis()));
		for (Post post : posts) {
			args.add(Integer.toString(post.version()));
			args.add(encode(post));
		}
		List<String> keys = posts.stream().map((post) -> key(post.id())).toList();
		return CacheAway.unless(() -> this.redis.execute(this.put, keys, args.toArray()));
	}

	/** Notes that a post is deleted. */
	public void bury(PostId id) {
		CacheAway.unless(() -> {
			this.redis.opsForValue().set(key(id), "", this.properties.ready());
			return id;
		});
	}

	/** Whether a post is known to be deleted. */
	public boolean buried(PostId id) {
		return "".equals(CacheAway.unless(() -> this.redis.opsForValue().get(key(id))));
	}

	/** Reads what is kept of a post: nothing if it is deleted. */
	public static Optional<Post> decode(PostId id, String kept) {
		if (kept.isEmpty()) {
			return Optional.empty();
		}
		int author = kept.indexOf(':') + 1;
		int text = author + UUID_LENGTH + 1;
		return Optional.of(new Post(id, UserId.of(kept.substring(author, text - 1)), kept.substring(text),
				Integer.parseInt(kept, 0, author - 1, 10)));
	}

	// version:author:text, which costs less to read than JSON
	private static String encode(Post post) {
		return post.version() + ":" + post.author() + ":" + post.text();
	}

	private static String key(PostId id) {
		return "post:" + id;
	}

}
