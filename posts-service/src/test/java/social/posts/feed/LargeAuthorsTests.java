package social.posts.feed;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
class LargeAuthorsTests {

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

	private Truth truth;

	private UserId star;

	private UserId bob;

	private List<UserId> fans;

	@BeforeEach
	void people() {
		this.truth = new Truth(this.jdbc);
		this.star = this.users.register();
		this.bob = this.users.register();
		this.fans = follow(Worker.LARGE);
		this.fans.forEach((fan) -> this.api.follow(fan, this.bob));
		readAll();
	}

	@Test
	void areMergedIntoTheFeedsOfThoseWhoFollowThem() {
		grow();
		for (int i = 0; i < 6; i++) {
			this.api.post((i % 2 == 0) ? this.star : this.bob, "post " + i);
		}
		awaitTruth();
		assertThat(stored(this.fans.getFirst(), newest(this.star))).isFalse();
		assertThat(Api.texts(this.api.feed(this.fans.getFirst(), "?offset=1&limit=2"))).containsExactly("post 4",
				"post 3");
	}

	@Test
	void loseNothingWhenTheyCrossTheLineEitherWay() {
		for (int round = 0; round < 3; round++) {
			this.api.post(this.star, "small " + round);
			List<UserId> more = grow();
			this.api.post(this.star, "large " + round);
			awaitTruth();
			this.api.post(this.star, "larger " + round);
			awaitTruth();
			more.forEach((fan) -> this.api.unfollow(fan, this.star));
			this.fans.subList(0, 8).forEach((fan) -> this.api.unfollow(fan, this.star));
			this.api.post(this.star, "small again " + round);
			awaitTruth();
			await().until(() -> !large());
			this.fans.subList(0, 8).forEach((fan) -> this.api.follow(fan, this.star));
			awaitTruth();
		}
	}

	@Test
	void loseNothingWhenNobodyReadsWhileTheyAreLarge() {
		this.api.post(this.star, "small");
		awaitTruth();
		List<UserId> more = grow();
		this.api.post(this.star, "large");
		more.forEach((fan) -> this.api.unfollow(fan, this.star));
		this.fans.subList(0, 8).forEach((fan) -> this.api.unfollow(fan, this.star));
		this.api.post(this.star, "small again");
		await().until(() -> !large());
		awaitTruth();
	}

	@Test
	void areEditedAndDeletedLikeAllOthers() {
		grow();
		PostId edited = this.api.post(this.star, "to be edited");
		PostId deleted = this.api.post(this.star, "to be deleted");
		this.api.post(this.bob, "Bob's");
		awaitTruth();
		this.api.update(this.star, edited, "edited");
		this.api.delete(this.star, deleted);
		assertThat(this.api.feed(this.fans.getFirst())).containsExactly("Bob's", "edited");
		awaitTruth();
	}

	@Test
	void showAFollowAndAnUnfollowToTheVeryNextRead() {
		grow();
		this.api.post(this.star, "1");
		awaitTruth();
		UserId fan = this.fans.getFirst();
		this.api.unfollow(fan, this.star);
		assertThat(this.api.feed(fan)).isEmpty();
		this.api.follow(fan, this.star);
		assertThat(this.api.feed(fan)).containsExactly("1");
	}

	@Test
	void areThereAgainAfterTheirListIsGone() {
		grow();
		this.api.post(this.star, "1");
		awaitTruth();
		this.redis.delete("author:" + this.star);
		this.redis.delete("feeds:generation");
		assertThat(this.api.feed(this.fans.getFirst())).containsExactly("1");
		this.api.post(this.star, "2");
		awaitTruth();
	}

	@Test
	void endInTheDatabaseLikeTheFeedsTheyAreMergedWith() {
		grow();
		UserId fan = this.fans.getFirst();
		this.truth.write(this.star, 1200);
		this.truth.write(this.bob, 1100);
		List<String> expected = this.truth.feed(fan);
		await().untilAsserted(() -> {
			// both may have been built before the posts that were written past the
			// service
			this.redis.delete(List.of("author:" + this.star, "feed:" + fan));
			assertThat(byOffset(fan)).isEqualTo(expected);
		});
		assertThat(this.api.wholeFeed(fan)).isEqualTo(expected);
	}

	private List<String> byOffset(UserId fan) {
		return Stream.iterate(0, (offset) -> offset <= 2300, (offset) -> offset + 100)
			.flatMap((offset) -> Api.texts(this.api.feed(fan, "?limit=100&offset=" + offset)).stream())
			.toList();
	}

	/** One follower too many, as the worker notices with the next post. */
	private List<UserId> grow() {
		List<UserId> more = follow(1);
		this.api.post(this.star, "grown");
		await().until(this::large);
		PostId post = newest(this.star);
		this.api.delete(this.star, post);
		return more;
	}

	private boolean large() {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM large_author WHERE author_id = :star AND large)")
			.param("star", this.star.value())
			.query(Boolean.class)
			.single();
	}

	private List<UserId> follow(int number) {
		List<UserId> followers = Stream.generate(this.users::register).limit(number).toList();
		followers.forEach((follower) -> this.api.follow(follower, this.star));
		return followers;
	}

	private PostId newest(UserId author) {
		return PostId.of(this.jdbc.sql("SELECT id FROM post WHERE author_id = :author ORDER BY id DESC LIMIT 1")
			.param("author", author.value())
			.query(String.class)
			.single());
	}

	private boolean stored(UserId fan, PostId post) {
		return this.redis.opsForZSet().score("feed:" + fan, post.toString()) != null;
	}

	private void readAll() {
		this.fans.forEach(this.api::feed);
	}

	private void awaitTruth() {
		await().untilAsserted(() -> assertThat(this.fans)
			.allSatisfy((fan) -> assertThat(this.api.feed(fan)).isEqualTo(this.truth.feed(fan))));
	}

}
