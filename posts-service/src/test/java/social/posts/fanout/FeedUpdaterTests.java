package social.posts.fanout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

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
class FeedUpdaterTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private Worker worker;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private JsonMapper json;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
		this.api.follow(this.ann, this.bob);
	}

	@RepeatedTest(5)
	void makesTheSameFeedOfChangesThatComeTwiceAndInAnyOrder() {
		long before = position();
		for (int i = 0; i < 10; i++) {
			PostId id = this.api.post(this.bob, "post " + i);
			if (i % 2 == 0) {
				this.api.update(this.bob, id, "edited " + i);
			}
			if (i % 3 == 0) {
				this.api.delete(this.bob, id);
			}
		}
		List<String> expected = new Truth(this.jdbc).feed(this.ann);
		await().untilAsserted(() -> assertThat(changes(before)).hasSize(19));
		await().untilAsserted(() -> assertThat(this.api.feed(this.ann)).isEqualTo(expected));
		var changes = new ArrayList<PostChange>(changes(before));
		changes.addAll(changes(before));
		long seed = ThreadLocalRandom.current().nextLong();
		Collections.shuffle(changes, new Random(seed));
		forgetAll();
		changes.forEach(this.worker.part(FeedUpdater.class)::apply);
		assertThat(this.api.feed(this.ann)).as("seed " + seed).isEqualTo(expected);
	}

	@Test
	void reachesEachOfManyFollowers() {
		var followers = new ArrayList<UserId>();
		for (int i = 0; i < 25; i++) {
			followers.add(this.users.register());
		}
		followers.forEach((follower) -> this.api.follow(follower, this.bob));
		followers.forEach(this.api::feed);
		this.api.post(this.bob, "news");
		await().untilAsserted(() -> assertThat(followers)
			.allSatisfy((follower) -> assertThat(this.api.feed(follower)).containsExactly("news")));
	}

	private long position() {
		return this.jdbc.sql("SELECT placed FROM post_event_relay").query(Long.class).single();
	}

	private List<PostChange> changes(long after) {
		JsonNode changes = this.json.readTree(Api.body(this.api.internal("/internal/changes?after={after}", after)));
		return changes.valueStream()
			.filter((change) -> this.bob.toString().equals(change.path("author_user_id").asString()))
			.map((change) -> this.json.treeToValue(change, PostChange.class))
			.toList();
	}

	// what is left is a feed that somebody reads, and nothing in it
	private void forgetAll() {
		this.redis.delete(this.redis.keys("post:*"));
		this.redis.opsForZSet().removeRange("feed:" + this.ann, 1, -1);
	}

}
