package social.posts.post;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Keeps posts ready in Redis, by id: a version of ten digits, and the JSON that clients
 * get, so that a feed is put together there and read by nobody on its way.
 * <p>
 * The newest version wins and a deletion wins over all, whoever comes late: writers need
 * no order. A deleted post is kept as an empty string.
 */
@Component
public class PostCache {

	private final StringRedisTemplate redis;

	private final PostProperties properties;

	private final JsonMapper json;

	@SuppressWarnings("rawtypes")
	private final RedisScript<List> put = Script.of(PostCache.class, "put", List.class);

	PostCache(StringRedisTemplate redis, PostProperties properties, JsonMapper json) {
		this.redis = redis;
		this.properties = properties;
		this.json = json;
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

	private String encode(Post post) {
		return String.format(Locale.ROOT, "%010d%s", post.version(),
				this.json.writeValueAsString(WrittenPost.of(post)));
	}

	private static String key(PostId id) {
		return "written:" + id;
	}

}
