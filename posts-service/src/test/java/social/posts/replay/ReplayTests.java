package social.posts.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.platform.passport.UserId;
import social.posts.Api;
import social.posts.PostsTest;
import social.posts.UsersServer;
import social.posts.post.PostId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostsTest
class ReplayTests {

	private static final int PAGE = 256 * 1024;

	// 16 KiB of control characters, and what is said about them
	private static final int CHANGE = 97 * 1024;

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	private UserId ann;

	private UserId bob;

	private UserId carl;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
		this.carl = this.users.register();
		this.api.follow(this.ann, this.bob);
	}

	@Test
	void tellsWhatFriendsDidInOrder() {
		long start = position();
		PostId id = this.api.post(this.bob, "new");
		this.api.post(this.carl, "of nobody's interest");
		this.api.update(this.bob, id, "edited");
		PostId gone = this.api.post(this.bob, "gone again");
		this.api.delete(this.bob, gone);
		long end = position();
		JsonNode replay = replay(start, 500);
		assertThat(replay.get("changes").valueStream().map((change) -> change.get("type").asString()))
			.containsExactly("post.created", "post.updated", "post.deleted");
		assertThat(positions(replay)).isSorted().doesNotHaveDuplicates();
		assertThat(replay.get("until").longValue()).isEqualTo(end);
		assertThat(replay(end, 500).get("changes")).isEmpty();
	}

	@RepeatedTest(5)
	void tellsOfAnAuthorWhatWasWrittenWhileTheyWereFollowed() {
		long seed = ThreadLocalRandom.current().nextLong();
		var random = new Random(seed);
		long start = position();
		var expected = new ArrayList<String>();
		boolean follows = false;
		for (int i = 0; i < 40; i++) {
			if (random.nextInt(3) == 0) {
				follows = !follows;
				if (follows) {
					this.api.follow(this.ann, this.carl);
				}
				else {
					this.api.unfollow(this.ann, this.carl);
				}
			}
			UserId author = random.nextBoolean() ? this.bob : this.carl;
			this.api.post(author, "post " + i);
			if (follows || author.equals(this.bob)) {
				expected.add("post " + i);
			}
		}
		position();
		int page = 1 + random.nextInt(10);
		assertThat(all(start, page)).as("seed " + seed).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "\u0001" })
	void tellsFewerChangesAtOnceWhereTheyAreLong(String letter) {
		long start = position();
		List<String> texts = IntStream.range(0, 20).mapToObj((number) -> number + letter.repeat(16_000)).toList();
		texts.forEach((text) -> this.api.post(this.bob, text));
		assertThat(all(start, 500)).isEqualTo(texts);
		int change = Api.body(answer(start, 1)).length();
		assertThat(Api.body(answer(start, 500)).length()).isBetween(PAGE, PAGE + change);
	}

	@Test
	void tellsAChangeAloneThatIsLongerThanAPage() {
		long start = position();
		this.api.post(this.bob, "long");
		this.api.post(this.bob, "short");
		position();
		this.jdbc.sql("""
				UPDATE post_event SET body = jsonb_set(body, '{text}', to_jsonb(repeat('x', :length)))
				WHERE position = :position
				""").param("length", PAGE).param("position", start + 1).update();
		JsonNode replay = replay(start, 500);
		assertThat(positions(replay)).containsExactly(start + 1);
		assertThat(replay.get("until").longValue()).isEqualTo(start + 1);
		assertThat(all(start + 1, 500)).containsExactly("short");
	}

	@Test
	void refusesAPositionThatIsForgottenOrNeverWas() {
		this.api.post(this.bob, "1");
		long last = position();
		assertThat(answer(last + 1, 10)).hasStatus(HttpStatus.GONE);
		this.jdbc.sql("DELETE FROM post_event WHERE position < :last").param("last", last).update();
		assertThat(answer(last - 2, 10)).hasStatus(HttpStatus.GONE);
		assertThat(answer(last - 1, 10)).hasStatusOk();
		this.jdbc.sql("DELETE FROM post_event WHERE position <= :last").param("last", last).update();
		assertThat(answer(last - 1, 10)).hasStatus(HttpStatus.GONE);
		assertThat(answer(last, 10)).hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "after=-1", "after=x", "limit=10", "after=0&limit=0", "after=0&limit=501" })
	void refusesWhatIsNoPosition(String query) {
		assertThat(this.api.internal("/internal/replay/" + this.ann + "?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void isForServices() {
		assertThat(this.api.asClient(this.ann, "/internal/replay/" + this.ann + "?after=0"))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private List<String> all(long start, int page) {
		var texts = new ArrayList<String>();
		long end = position();
		for (long after = start; after < end;) {
			JsonNode replay = replay(after, page);
			replay.get("changes").valueStream().forEach((change) -> texts.add(change.get("text").asString()));
			assertThat(replay.get("until").longValue()).isGreaterThan(after);
			after = replay.get("until").longValue();
		}
		return texts;
	}

	private static Stream<Long> positions(JsonNode replay) {
		return replay.get("changes").valueStream().map((change) -> change.get("position").longValue());
	}

	private JsonNode replay(long after, int limit) {
		MvcTestResult answer = answer(after, limit);
		assertThat(answer).hasStatusOk();
		assertThat(Api.body(answer).length()).isLessThan(PAGE + CHANGE);
		return this.json.readTree(Api.body(answer));
	}

	private MvcTestResult answer(long after, int limit) {
		return this.api.internal("/internal/replay/{user}?after={after}&limit={limit}", this.ann, after, limit);
	}

	// once nothing waits for its position
	private long position() {
		await().until(() -> this.jdbc.sql("SELECT count(*) FROM post_event WHERE position IS NULL")
			.query(Long.class)
			.single() == 0);
		return this.json.readTree(Api.body(this.api.internal("/internal/changes/position")))
			.get("position")
			.longValue();
	}

}
