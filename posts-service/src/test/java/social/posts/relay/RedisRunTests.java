package social.posts.relay;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import social.backing.Backing;
import social.platform.passport.UserId;
import social.posts.Api;
import social.posts.PostsTest;
import social.posts.UsersServer;
import social.posts.Worker;
import social.posts.post.PostId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A Redis that has crashed may lack what it had acknowledged a moment before. */
@PostsTest
@TestPropertySource(properties = "posts.relay.repeat=1m")
class RedisRunTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private Worker worker;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private RedisRun run;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aFeedHasAgainWhatACrashTookFromIt() {
		UserId ann = this.users.register();
		PostId lost = lose(ann);
		Backing.redis().stop();
		Backing.redis().start();
		await().atMost(PATIENCE).ignoreExceptions().until(() -> cached(ann, lost));
		assertThat(this.api.feed(ann)).containsExactly("lost", "kept");
	}

	@Test
	void itHasThatAgainHoweverLongRedisWasAway() {
		UserId ann = this.users.register();
		PostId lost = lose(ann);
		Backing.redis().stop();
		await().atMost(PATIENCE).until(() -> this.run.id() == null);
		this.jdbc.sql("UPDATE post_event SET at = at - interval '1 hour'").update();
		this.jdbc.sql("UPDATE post_event_relay SET redis_seen = redis_seen - interval '1 hour'").update();
		Backing.redis().start();
		await().atMost(PATIENCE).ignoreExceptions().until(() -> cached(ann, lost));
		assertThat(this.api.feed(ann)).containsExactly("lost", "kept");
	}

	private PostId lose(UserId ann) {
		UserId bob = this.users.register();
		this.api.follow(ann, bob);
		this.api.post(bob, "kept");
		PostId lost = this.api.post(bob, "lost");
		await().atMost(PATIENCE).until(() -> this.api.feed(ann).size() == 2 && cached(ann, lost));
		this.redis.opsForZSet().remove("feed:" + ann, lost.toString());
		assertThat(this.api.feed(ann)).containsExactly("kept");
		return lost;
	}

	private boolean cached(UserId reader, PostId post) {
		return this.redis.opsForZSet().score("feed:" + reader, post.toString()) != null;
	}

}
