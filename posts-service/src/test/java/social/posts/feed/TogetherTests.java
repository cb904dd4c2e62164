package social.posts.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
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
class TogetherTests {

	private static final int ROUNDS = 60;

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private Worker worker;

	@Autowired
	private FeedCache cache;

	@Autowired
	private JdbcClient jdbc;

	private Truth truth;

	@BeforeEach
	void truth() {
		this.truth = new Truth(this.jdbc);
	}

	@Test
	void feedsAreTrueAfterAllWroteReadFollowedAndUnfollowedAtTheSameTime() throws Exception {
		var random = new Random(20260101);
		List<UserId> authors = Stream.generate(this.users::register).limit(4).toList();
		List<UserId> readers = Stream.generate(this.users::register).limit(4).toList();
		var works = new ArrayList<Callable<Void>>();
		for (UserId author : authors) {
			long seed = random.nextLong();
			works.add(() -> write(author, new Random(seed)));
		}
		for (UserId reader : readers) {
			long seed = random.nextLong();
			works.add(() -> read(reader, authors, new Random(seed)));
		}
		try (var threads = Executors.newFixedThreadPool(works.size())) {
			for (Future<Void> done : threads.invokeAll(works)) {
				done.get();
			}
		}
		for (UserId reader : readers) {
			await().untilAsserted(() -> assertThat(this.api.feed(reader)).isEqualTo(newest(reader)));
		}
	}

	private Void write(UserId author, Random random) {
		var own = new ArrayList<PostId>();
		for (int i = 0; i < ROUNDS; i++) {
			own.add(this.api.post(author, "post " + i));
			PostId any = own.get(random.nextInt(own.size()));
			switch (random.nextInt(4)) {
				case 0 -> this.api.update(author, any, "edited " + i);
				case 1 -> {
					this.api.delete(author, any);
					own.remove(any);
				}
				default -> {
					// goes on with the next one
				}
			}
		}
		return null;
	}

	private Void read(UserId reader, List<UserId> authors, Random random) {
		for (int i = 0; i < ROUNDS; i++) {
			UserId author = authors.get(random.nextInt(authors.size()));
			switch (random.nextInt(4)) {
				case 0 -> this.api.unfollow(reader, author);
				case 1 -> this.cache.drop(reader, null);
				default -> this.api.follow(reader, author);
			}
			assertThat(this.api.feed(reader, "")).hasStatusOk();
		}
		return null;
	}

	private List<String> newest(UserId reader) {
		return this.truth.feed(reader).stream().limit(100).toList();
	}

}
