package social.posts.upkeep;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpStatus;

import social.platform.passport.UserId;
import social.posts.Api;
import social.posts.PostsTest;
import social.posts.UsersServer;
import social.posts.Worker;
import social.posts.post.PostId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostsTest
class UpkeepTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private Worker worker;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private JsonMapper json;

	@Autowired
	private FeedPatrol patrol;

	@Autowired
	private MeterRegistry meters;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
		this.api.follow(this.ann, this.bob);
	}

	@Test
	void listsEachCachedFeed() {
		List<UserId> readers = Stream.generate(this.users::register).limit(30).toList();
		readers.forEach(this.api::feed);
		var found = new HashSet<String>();
		String cursor = "0";
		do {
			JsonNode page = get("/internal/feeds?limit=7&cursor=" + cursor);
			page.get("users").valueStream().forEach((user) -> found.add(user.asString()));
			cursor = page.path("cursor").asString("");
		}
		while (!cursor.isEmpty());
		assertThat(found).containsAll(readers.stream().map(UserId::toString).toList())
			.doesNotContain(this.users.register().toString());
	}

	@Test
	void findsNothingWrongWithATrueFeed() {
		this.api.post(this.bob, "1");
		await().until(() -> this.api.feed(this.ann).size() == 1);
		assertThat(audit(this.ann)).isEqualTo(Set.of());
	}

	@Test
	void findsWhatAFeedLacksAndWhatDoesNotBelongThere() {
		PostId lost = this.api.post(this.bob, "lost");
		PostId strange = this.api.post(this.users.register(), "of a stranger");
		await().until(() -> this.api.feed(this.ann).size() == 1);
		this.redis.opsForZSet().remove("feed:" + this.ann, lost.toString());
		this.redis.opsForZSet().add("feed:" + this.ann, strange.toString(), 0);
		assertThat(audit(this.ann)).isEqualTo(Set.of("missing " + lost, "extra " + strange));
		assertThat(this.api.internalPost("/internal/feeds/rebuild", "{\"user_ids\":[\"%s\"]}".formatted(this.ann)))
			.hasStatusOk()
			.bodyText()
			.isEqualTo("{\"asked\":1}");
		await().untilAsserted(() -> assertThat(audit(this.ann)).isEqualTo(Set.of()));
	}

	@Test
	void keepsNothingThatNobodyReads() {
		PostId post = this.api.post(this.bob, "1");
		await().until(() -> this.api.feed(this.ann).size() == 1);
		this.redis.expire("feed:" + this.ann, Duration.ofHours(1));
		this.redis.delete("written:" + post);
		assertThat(audit(this.ann)).isEqualTo(Set.of());
		assertThat(this.redis.getExpire("feed:" + this.ann)).isLessThanOrEqualTo(3600);
		assertThat(this.redis.hasKey("written:" + post)).isFalse();
	}

	@Test
	void showsByItselfThatFeedsAreWrong() {
		PostId lost = this.api.post(this.bob, "lost");
		await().until(() -> this.api.feed(this.ann).size() == 1);
		this.redis.opsForZSet().remove("feed:" + this.ann, lost.toString());
		double before = wrong();
		await().until(() -> wrong() > before);
	}

	@Test
	void knowsThatAFeedIsNotCached() {
		assertThat(this.api.internal("/internal/feeds/{user}/audit", this.users.register()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"user_ids\":[]}", "{\"user_ids\":[null]}", "{\"user_ids\":[\"x\"]}" })
	void rebuildsNothingOfNobody(String body) {
		assertThat(this.api.internalPost("/internal/feeds/rebuild", body)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cursor=x", "cursor=-1", "limit=0", "limit=501" })
	void refusesWhatIsNoPage(String query) {
		assertThat(this.api.internal("/internal/feeds?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	private double wrong() {
		this.patrol.walk();
		return this.meters.counter("social.feed.audited", "result", "wrong").count();
	}

	private Set<String> audit(UserId reader) {
		JsonNode audit = get("/internal/feeds/" + reader + "/audit");
		var findings = new HashSet<String>();
		audit.get("missing").valueStream().forEach((post) -> findings.add("missing " + post.asString()));
		audit.get("extra").valueStream().forEach((post) -> findings.add("extra " + post.asString()));
		return findings;
	}

	private JsonNode get(String uri) {
		var answer = this.api.internal(uri);
		assertThat(answer).hasStatusOk();
		return this.json.readTree(Api.body(answer));
	}

}
