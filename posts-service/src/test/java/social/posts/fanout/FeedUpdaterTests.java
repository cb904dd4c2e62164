package social.posts.fanout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import social.posts.broker.Broker;
import social.posts.feed.FeedCache;
import social.posts.friend.Friendships;
import social.posts.post.PostCache;
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
		List<UserId> followers = readers(25);
		this.api.post(this.bob, "news");
		reached(followers, "news");
	}

	@Test
	void leavesToTheQueueWhatATurnDoesNotSufficeFor() {
		List<UserId> followers = readers(25);
		var slice = new Slice(this.api.post(this.bob, "news"), this.bob, Instant.now(), true, null);
		reached(followers, "news");
		var meters = new SimpleMeterRegistry();
		new Slices(this.worker.part(Friendships.class), this.worker.part(FeedCache.class),
				this.worker.part(PostCache.class), this.worker.part(Broker.class), this.json,
				this.worker.part(Patience.class), new FanoutProperties(10, Duration.ZERO), meters)
			.begin(slice);
		assertThat(meters.get("social.feed.fanout").timer().count()).isEqualTo(1);
		await().untilAsserted(() -> assertThat(followers).noneSatisfy(
				(follower) -> assertThat(this.redis.opsForZSet().score("feed:" + follower, slice.postId().toString()))
					.isNotNull()));
	}

	private List<UserId> readers(int count) {
		List<UserId> followers = Stream.generate(this.users::register).limit(count).toList();
		followers.forEach((follower) -> this.api.follow(follower, this.bob));
		followers.forEach(this.api::feed);
		return followers;
	}

	private void reached(List<UserId> followers, String text) {
		await().untilAsserted(() -> assertThat(followers)
			.allSatisfy((follower) -> assertThat(this.api.feed(follower)).containsExactly(text)));
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
		this.redis.delete(this.redis.keys("written:*"));
		this.redis.opsForZSet().removeRange("feed:" + this.ann, 1, -1);
	}

}
