package social.posts.post;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Keeps posts ready in Redis, by id: the version in digits, and the JSON that clients
 * get, which readers' pages are put together from as it is.
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

	/** A post as clients get it: JSON in UTF-8. */
	public ByteBuffer json(Post post) {
		return ByteBuffer.wrap(this.json.writeValueAsBytes(WrittenPost.of(post)));
	}

	/** The same from what is kept of a post that is not deleted. */
	public static ByteBuffer json(byte[] kept) {
		int begin = 0;
		while (kept[begin] != '{') {
			begin++;
		}
		return ByteBuffer.wrap(kept, begin, kept.length - begin);
	}

	private String encode(Post post) {
		return post.version() + this.json.writeValueAsString(WrittenPost.of(post));
	}

	private static String key(PostId id) {
		return "written:" + id;
	}

}
