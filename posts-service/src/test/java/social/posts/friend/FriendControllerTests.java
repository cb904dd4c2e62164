package social.posts.friend;

import java.text.ParseException;
import java.util.List;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.platform.passport.Passport;
import social.platform.passport.UserId;
import social.platform.request.RequestIds;
import social.posts.Api;
import social.posts.PostsTest;
import social.posts.UsersServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostsTest
class FriendControllerTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private JdbcClient jdbc;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
	}

	@Test
	void readsAFriendshipInTheDirectionInWhichItWasSet() {
		this.api.follow(this.ann, this.bob);
		assertThat(friends(this.ann)).containsExactly(this.bob.toString());
		assertThat(friends(this.bob)).isEmpty();
		this.api.post(this.ann, "Ann's");
		this.api.post(this.bob, "Bob's");
		assertThat(this.api.feed(this.ann)).containsExactly("Bob's");
		assertThat(this.api.feed(this.bob)).isEmpty();
	}

	@Test
	void removesAFriendshipThatIsDeletedAndNoOther() {
		UserId carl = this.users.register();
		this.api.follow(this.ann, this.bob, carl);
		this.api.follow(this.bob, this.ann);
		this.api.unfollow(this.ann, this.bob);
		assertThat(friends(this.ann)).containsExactly(carl.toString());
		assertThat(friends(this.bob)).containsExactly(this.ann.toString());
	}

	@Test
	void settingTwiceIsSettingOnceAndDeletingTwiceDeletingOnce() {
		this.api.follow(this.ann, this.bob, this.bob);
		assertThat(friends(this.ann)).containsExactly(this.bob.toString());
		this.api.unfollow(this.ann, this.bob);
		this.api.unfollow(this.ann, this.bob);
		assertThat(friends(this.ann)).isEmpty();
	}

	@Test
	void isWithTenThousandPeopleAtMost() {
		UserId carl = this.users.register();
		followOthers(9_999);
		this.api.follow(this.ann, this.bob);
		assertThat(this.api.setFriend(this.ann, carl)).hasStatus(HttpStatus.CONFLICT)
			.bodyJson()
			.extractingPath("message")
			.isEqualTo("friends: 10000 already (expected: fewer)");
		assertThat(friends(this.ann)).hasSize(10_000).contains(this.bob.toString());
		assertThat(changes()).isEqualTo(1);
	}

	@Test
	void isSetAgainOrDeletedWhereThereIsNoRoomForAnother() {
		UserId carl = this.users.register();
		this.api.follow(this.ann, this.bob);
		followOthers(9_999);
		this.api.follow(this.ann, this.bob);
		this.api.unfollow(this.ann, this.bob);
		this.api.follow(this.ann, carl);
		assertThat(this.api.setFriend(this.ann, this.bob)).hasStatus(HttpStatus.CONFLICT);
		assertThat(friends(this.ann)).hasSize(10_000).contains(carl.toString());
	}

	@Test
	void isWithSomebodyElse() {
		assertThat(this.api.setFriend(this.ann, this.ann)).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.api.deleteFriend(this.ann, this.ann)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void isWithSomebodyWhoExists() {
		UUID nobody = UUID.randomUUID();
		assertThat(this.api.setFriend(this.ann, nobody)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.api.deleteFriend(this.ann, nobody)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(friends(this.ann)).isEmpty();
	}

	@Test
	void refusesWhatIsNoId() {
		assertThat(this.api.setFriend(this.ann, "1-1-1-1-1")).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyJson()
			.extractingPath("message")
			.isEqualTo("user_id: 1-1-1-1-1 (expected: a UUID)");
		assertThat(this.api.deleteFriend(this.ann, "x")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void tellsServicesAndNobodyElseWhomAUserFollows() {
		this.api.follow(this.ann, this.bob);
		assertThat(this.api.internal("/internal/friends/{id}", "x")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.api.asClient(this.ann, "/internal/friends/{id}", this.ann)).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void tellsServicesWhomAUserFollowedAtAPosition() {
		UserId carl = this.users.register();
		this.api.follow(this.ann, this.bob);
		long at = position();
		this.api.unfollow(this.ann, this.bob);
		this.api.follow(this.ann, carl);
		this.api.follow(this.ann, this.bob);
		assertThat(friends(this.ann)).containsExactlyInAnyOrder(this.bob.toString(), carl.toString());
		assertThat(friendsAt(at)).containsExactly(this.bob.toString());
		position();
		assertThat(friendsAt(at)).containsExactly(this.bob.toString());
		assertThat(this.api.internal("/internal/friends/{id}?at=-1", this.ann)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void asksWithAPassportAndTheRequestIdAndNotTwice() throws ParseException {
		int before = this.users.questions().size();
		MvcTestResult answer = this.api.setFriend(this.ann, this.bob);
		this.api.follow(this.users.register(), this.bob);
		assertThat(this.users.questions()).hasSize(before + 1);
		Headers question = this.users.questions().getLast();
		var claims = SignedJWT.parse(question.getFirst(Passport.HEADER)).getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo("posts-service");
		assertThat(claims.getAudience()).containsExactly("users-service");
		assertThat(question.getFirst(RequestIds.HEADER)).isEqualTo(answer.getResponse().getHeader(RequestIds.HEADER));
	}

	@Test
	void asksAgainWhenUsersServiceFailsOnce() {
		this.users.failOnce(503);
		this.api.follow(this.ann, this.bob);
	}

	@Test
	void needsUsersServiceOnlyForStrangers() {
		UserId carl = this.users.register();
		this.api.follow(this.ann, this.bob);
		this.users.stop();
		try {
			for (MvcTestResult answer : List.of(this.api.setFriend(this.ann, carl),
					this.api.deleteFriend(this.ann, carl))) {
				assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).containsHeader("Retry-After");
			}
			this.api.follow(carl, this.bob);
			this.api.unfollow(this.ann, this.bob);
			this.api.follow(this.ann, this.bob);
		}
		finally {
			this.users.start();
		}
		assertThat(friends(this.ann)).containsExactly(this.bob.toString());
	}

	private void followOthers(int others) {
		this.jdbc.sql("""
				INSERT INTO friendship (user_id, friend_id)
				SELECT :user, gen_random_uuid() FROM generate_series(1, :others)
				""").param("user", this.ann.value()).param("others", others).update();
	}

	private int changes() {
		return this.jdbc.sql("SELECT count(*) FROM post_event WHERE actor_id = :user")
			.param("user", this.ann.value())
			.query(Integer.class)
			.single();
	}

	private List<String> friends(UserId user) {
		return JsonPath.read(Api.body(this.api.internal("/internal/friends/{id}", user)), "$");
	}

	private List<String> friendsAt(long position) {
		return JsonPath.read(Api.body(this.api.internal("/internal/friends/{id}?at={at}", this.ann, position)), "$");
	}

	/** Of all changes so far: they have their positions then. */
	private long position() {
		await().until(() -> this.jdbc.sql("SELECT count(*) FROM post_event WHERE position IS NULL")
			.query(Integer.class)
			.single() == 0);
		return this.jdbc.sql("SELECT placed FROM post_event_relay").query(Long.class).single();
	}

}
