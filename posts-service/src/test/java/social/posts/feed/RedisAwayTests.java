package social.posts.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import social.backing.Backing;
import social.platform.passport.UserId;
import social.posts.Api;
import social.posts.PostsTest;
import social.posts.Truth;
import social.posts.UsersServer;
import social.posts.Worker;
import social.posts.post.PostId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostsTest
class RedisAwayTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private Worker worker;

	@Autowired
	private StringRedisTemplate redis;

	private Truth truth;

	private UserId ann;

	private UserId bob;

	private UserId carl;

	@BeforeEach
	void people(@Autowired JdbcClient jdbc) {
		this.truth = new Truth(jdbc);
		this.ann = this.users.register();
		this.bob = this.users.register();
		this.carl = this.users.register();
		this.api.follow(this.ann, this.bob);
	}

	@Test
	void everyAnswerIsTheSameAsBeforeAndChangesAreNotMissedAfterwards() {
		PostId edited = this.api.post(this.bob, "to be edited");
		PostId deleted = this.api.post(this.bob, "to be deleted");
		this.api.post(this.carl, "Carl's");
		await().untilAsserted(() -> assertThat(this.api.feed(this.ann)).hasSize(2));
		Backing.redis().stop();
		try {
			this.api.post(this.bob, "while away");
			this.api.update(this.bob, edited, "edited");
			this.api.delete(this.bob, deleted);
			this.api.follow(this.ann, this.carl);
			assertThat(this.api.feed(this.ann)).isEqualTo(this.truth.feed(this.ann))
				.containsExactly("while away", "Carl's", "edited");
			assertThat(Api.texts(this.api.feed(this.ann, "?offset=1&limit=1"))).containsExactly("Carl's");
			this.api.unfollow(this.ann, this.carl);
			assertThat(this.api.feed(this.ann)).containsExactly("while away", "edited");
		}
		finally {
			Backing.redis().start();
		}
		awaitFeed(List.of("while away", "edited"));
		await().during(Duration.ofSeconds(1)).until(() -> this.api.feed(this.ann).size() == 2);
	}

	@Test
	void anEmptiedCacheCostsNoAnswer() {
		for (int i = 0; i < 10; i++) {
			this.api.post(i % 2 == 0 ? this.bob : this.carl, "post " + i);
			this.api.follow(this.ann, this.carl);
			this.redis.execute((RedisCallback<Boolean>) (connection) -> {
				connection.serverCommands().flushAll();
				return true;
			});
			assertThat(this.api.feed(this.ann)).isEqualTo(this.truth.feed(this.ann));
		}
	}

	@Test
	void aRestartedCacheKnowsItsScriptsAgain() {
		this.api.post(this.bob, "1");
		awaitFeed(List.of("1"));
		Backing.redis().stop();
		Backing.redis().start();
		this.api.post(this.bob, "2");
		awaitFeed(List.of("2", "1"));
	}

	@Test
	void aSilentCacheIsNotWaitedFor() {
		this.api.post(this.bob, "1");
		awaitFeed(List.of("1"));
		Duration silence = Duration.ofSeconds(6);
		this.redis.execute((RedisCallback<Object>) (connection) -> connection.execute("CLIENT", bytes("PAUSE"),
				bytes(Long.toString(silence.toMillis())), bytes("ALL")));
		long begun = System.nanoTime();
		assertThat(this.api.feed(this.ann)).containsExactly("1");
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(silence);
		await().ignoreExceptions().until(() -> this.redis.hasKey("silence") != null);
	}

	private static byte[] bytes(String word) {
		return word.getBytes(StandardCharsets.UTF_8);
	}

	private void awaitFeed(List<String> texts) {
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.api.feed(this.ann)).isEqualTo(texts));
	}

}
