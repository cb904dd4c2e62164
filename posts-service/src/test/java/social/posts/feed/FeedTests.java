package social.posts.feed;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpStatus;
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
class FeedTests {

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
		this.api.follow(this.ann, this.bob, this.carl);
	}

	@Test
	void holdsPostsOfFriendsNewestFirst() {
		this.api.post(this.bob, "1");
		this.api.post(this.carl, "2");
		this.api.post(this.ann, "her own");
		awaitFeed("2", "1");
		this.api.post(this.bob, "3");
		awaitFeed("3", "2", "1");
	}

	@Test
	void getsAPostByMessageIntoAFeedThatSomebodyReads() {
		this.api.post(this.bob, "1");
		this.api.feed(this.ann);
		PostId id = this.api.post(this.bob, "2");
		await().until(() -> this.redis.opsForZSet().score("feed:" + this.ann, id.toString()) != null);
		assertThat(this.redis.hasKey("feed:" + this.bob)).isFalse();
	}

	@Test
	void showsAFollowToTheVeryNextRead() {
		UserId dora = this.users.register();
		this.api.post(dora, "Dora's");
		this.api.post(this.bob, "Bob's");
		awaitFeed("Bob's");
		for (int i = 0; i < 20; i++) {
			assertThat(this.api.feed(this.ann)).containsExactly("Bob's");
			this.api.follow(this.ann, dora);
			assertThat(this.api.feed(this.ann)).containsExactly("Bob's", "Dora's");
			this.api.unfollow(this.ann, dora);
		}
	}

	@Test
	void showsAnEditAndADeletionToTheVeryNextRead() {
		for (int i = 0; i < 20; i++) {
			PostId id = this.api.post(this.bob, "before");
			awaitFeed("before");
			this.api.update(this.bob, id, "after");
			assertThat(this.api.feed(this.ann)).containsExactly("after");
			this.api.delete(this.bob, id);
			assertThat(this.api.feed(this.ann)).isEmpty();
		}
	}

	@Test
	void fillsThePageWhereADeletedPostWas() {
		var ids = new ArrayList<PostId>();
		for (int i = 1; i <= 6; i++) {
			ids.add(this.api.post(this.bob, Integer.toString(i)));
		}
		awaitFeed("6", "5", "4", "3", "2", "1");
		this.api.delete(this.bob, ids.get(4));
		this.api.delete(this.bob, ids.get(3));
		assertThat(Api.texts(this.api.feed(this.ann, "?limit=3"))).containsExactly("6", "3", "2");
	}

	@Test
	void fetchesAPostThatIsNotKeptReadyIntoItsPlace() {
		List<String> texts = List.of("3 \"ж\"\n😀 \\", "2", "1");
		List<PostId> ids = texts.reversed().stream().map((text) -> this.api.post(this.bob, text)).toList();
		awaitFeed(texts.toArray(String[]::new));
		this.redis.delete("written:" + ids.get(1));
		assertThat(this.api.feed(this.ann)).containsExactlyElementsOf(texts);
		assertThat(this.redis.hasKey("written:" + ids.get(1))).isTrue();
	}

	@Test
	void answersNothingPastTheEnd() {
		this.api.post(this.bob, "1");
		awaitFeed("1");
		for (String query : List.of("?offset=1", "?offset=5", "?offset=10000&limit=100")) {
			assertThat(this.api.feed(this.ann, query)).hasStatusOk().bodyText().isEqualTo("[]");
		}
		assertThat(this.api.feed(this.bob)).isEmpty();
	}

	@Test
	void pages() {
		for (int i = 1; i <= 12; i++) {
			this.api.post(this.bob, Integer.toString(i));
		}
		await().until(() -> this.api.feed(this.ann).size() == 12);
		assertThat(Api.texts(this.api.feed(this.ann, ""))).startsWith("12").hasSize(10).endsWith("3");
		assertThat(Api.texts(this.api.feed(this.ann, "?offset=10"))).containsExactly("2", "1");
		assertThat(Api.texts(this.api.feed(this.ann, "?offset=2&limit=3"))).containsExactly("10", "9", "8");
	}

	@Test
	void pagesByCursorWithoutAShiftWhilePostsAreWritten() {
		for (int i = 1; i <= 12; i++) {
			this.api.post(this.bob, Integer.toString(i));
		}
		await().until(() -> this.api.feed(this.ann).size() == 12);
		var first = this.api.feed(this.ann, "?limit=5");
		this.api.post(this.carl, "13");
		awaitFeed("13", "12", "11", "10", "9", "8", "7", "6", "5", "4", "3", "2", "1");
		assertThat(Api.texts(first)).containsExactly("12", "11", "10", "9", "8");
		var second = this.api.feed(this.ann, Api.next(first));
		assertThat(Api.texts(second)).containsExactly("7", "6", "5", "4", "3");
		var third = this.api.feed(this.ann, Api.next(second));
		assertThat(Api.texts(third)).containsExactly("2", "1");
		assertThat(Api.next(third)).isEmpty();
	}

	@Test
	void pagesByCursorPastWhatIsCached() {
		this.truth.write(this.bob, 1500);
		this.api.post(this.carl, "new");
		await().untilAsserted(() -> {
			// it may have been built before the posts that were written past the service
			this.redis.delete("feed:" + this.ann);
			assertThat(this.api.wholeFeed(this.ann)).isEqualTo(this.truth.feed(this.ann));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "cursor=1", "cursor=", "cursor=0199a0c2-7d55-7cc1-8f0e-3d5a4f6b2c10&offset=1" })
	void refusesACursorThatIsNone(String query) {
		assertThat(this.api.feed(this.ann, "?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "offset=-1", "offset=1.5", "offset=10001", "offset=x", "offset=99999999999", "limit=0",
			"limit=101", "limit=-1", "limit=1.5", "limit=1e1" })
	void refusesPagesThatCanNotBe(String query) {
		assertThat(this.api.feed(this.ann, "?" + query)).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyJson()
			.extractingPath("message")
			.asString()
			.startsWith(query.replace("=", ": ") + " (expected: ");
	}

	@Test
	void goesOnInTheDatabaseWithoutGapOrDouble() {
		UserId dora = this.users.register();
		this.truth.write(dora, 900);
		this.truth.write(this.carl, 900);
		this.api.follow(this.ann, dora);
		assertThat(pages(100)).hasSize(1800).containsExactlyElementsOf(this.truth.feed(this.ann));
		PostId added = this.api.post(this.bob, "added");
		this.api.post(this.carl, "added, too");
		await().until(() -> this.api.feed(this.ann).contains("added, too"));
		assertThat(pages(77)).hasSize(1802).containsExactlyElementsOf(this.truth.feed(this.ann));
		this.api.delete(this.bob, added);
		assertThat(pages(99)).hasSize(1801).containsExactlyElementsOf(this.truth.feed(this.ann));
	}

	private List<String> pages(int limit) {
		var texts = new ArrayList<String>();
		List<String> page;
		do {
			page = Api.texts(this.api.feed(this.ann, "?offset=%d&limit=%d".formatted(texts.size(), limit)));
			texts.addAll(page);
		}
		while (!page.isEmpty());
		return texts;
	}

	private void awaitFeed(String... texts) {
		await().untilAsserted(() -> assertThat(this.api.feed(this.ann)).containsExactly(texts));
	}

}
