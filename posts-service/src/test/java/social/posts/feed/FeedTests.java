package social.posts.feed;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import social.platform.passport.UserId;
import social.posts.Api;
import social.posts.PostsTest;
import social.posts.UsersServer;
import social.posts.Worker;
import social.posts.post.PostId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostsTest
class FeedTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private Worker worker;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
	}

	@Test
	void holdsPostsOfFriendsNewestFirst() {
		this.api.post(this.bob, "before");
		this.api.follow(this.ann, this.bob);
		assertThat(this.api.feed(this.ann)).containsExactly("before");
		this.api.post(this.bob, "after");
		await().atMost(Duration.ofSeconds(5))
			.untilAsserted(() -> assertThat(this.api.feed(this.ann)).containsExactly("after", "before"));
	}

}
