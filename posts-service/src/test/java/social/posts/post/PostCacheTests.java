package social.posts.post;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

import social.platform.passport.UserId;
import social.posts.PostsTest;

import static org.assertj.core.api.Assertions.assertThat;

@PostsTest
class PostCacheTests {

	@Autowired
	private PostCache cache;

	@Autowired
	private StringRedisTemplate redis;

	private final PostId id = new PostId(UUID.randomUUID());

	private final UserId ann = new UserId(UUID.randomUUID());

	@Test
	void keepsAPostAsItIs() {
		Post post = post(12, "a: b: ж 😀\n");
		assertThat(this.cache.put(post)).isTrue();
		assertThat(kept()).isEqualTo("""
				12{"id":"%s","text":"a: b: ж 😀\\n","author_user_id":"%s"}""".formatted(this.id, this.ann));
	}

	@RepeatedTest(10)
	void keepsTheNewestVersionInWhateverOrderTheyCome() {
		List<Post> versions = shuffled(List.of(post(1, "1"), post(2, "2"), post(2, "2"), post(10, "10")));
		versions.forEach(this.cache::put);
		assertThat(kept()).startsWith("10{").contains("\"text\":\"10\"");
	}

	@RepeatedTest(10)
	void keepsADeletedPostDeletedInWhateverOrderTheyCome() {
		var works = new ArrayList<Runnable>(List.of(() -> this.cache.put(post(1, "1")),
				() -> this.cache.put(post(2, "2")), () -> this.cache.bury(this.id)));
		shuffled(works).forEach(Runnable::run);
		assertThat(kept()).isEmpty();
		assertThat(this.cache.put(post(3, "3"))).isFalse();
	}

	@Test
	void putsManyAtOnce() {
		Post other = new Post(new PostId(UUID.randomUUID()), this.ann, "other", 1);
		this.cache.bury(other.id());
		this.cache.put(post(2, "2"));
		assertThat(this.cache.put(List.of(post(1, "1"), other))).isEqualTo(List.of(1L, 0L));
		assertThat(this.cache.put(List.of())).isEmpty();
		assertThat(kept()).startsWith("2{").contains("\"text\":\"2\"");
	}

	private String kept() {
		return String.valueOf(this.redis.opsForValue().get("written:" + this.id));
	}

	private Post post(int version, String text) {
		return new Post(this.id, this.ann, text, version);
	}

	private static <T> List<T> shuffled(List<T> list) {
		var shuffled = new ArrayList<>(list);
		Collections.shuffle(shuffled, new Random());
		return shuffled;
	}

}
