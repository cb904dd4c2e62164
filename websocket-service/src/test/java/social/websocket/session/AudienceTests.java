package social.websocket.session;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import social.platform.passport.UserId;
import social.websocket.Client;
import social.websocket.Network;
import social.websocket.PostsServer;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;

@WebsocketTest(properties = { "websocket.audience.patience=1s", "websocket.audience.tail=64" })
class AudienceTests {

	private final PostsServer posts = PostsServer.shared();

	@Autowired
	private Network network;

	@AfterEach
	void letPostsServiceWorkAgain() {
		this.posts.fail(0);
		this.posts.letGo();
	}

	@Test
	void aSecondTabDoesNotReplaceTheFirst() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		try (var first = this.network.connect(bob);
				var second = this.network.connect(bob);
				var third = this.network.connect(bob)) {
			assertThat(hears(ann, first, second, third)).isTrue();
			third.close();
			assertThat(hears(ann, first, second)).isTrue();
		}
	}

	@Test
	void asksForAUsersFriendsOnceForAllSockets() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		try (var first = this.network.connect(bob); var second = this.network.connect(bob)) {
			assertThat(hears(ann, first, second)).isTrue();
			assertThat(this.posts.asked("/internal/friends/" + bob)).isEqualTo(1);
		}
	}

	@Test
	void asksWithAPassportOfItsOwn() throws Exception {
		var ann = this.network.person();
		try (var client = this.network.connect(this.network.person(ann))) {
			assertThat(hears(ann, client)).isTrue();
			assertThat(this.posts.passports()).allSatisfy((passport) -> assertThat(this.network.read(passport))
				.contains("\"iss\":\"websocket-service\"", "\"aud\":\"posts-service\"")
				.doesNotContain("\"sub\""));
		}
	}

	@Test
	void hearsOfThoseFollowedAndUnfollowedWhileConnected() throws Exception {
		var ann = this.network.person();
		var carl = this.network.person();
		var bob = this.network.person(carl);
		try (var client = this.network.connect(bob)) {
			assertThat(hears(carl, client)).isTrue();
			this.network.post(ann, "not yet");
			this.network.follow(bob, ann);
			assertThat(hears(ann, client)).isTrue();
			this.network.unfollow(bob, ann);
			this.network.post(ann, "no more");
			assertThat(hears(carl, client)).isTrue();
		}
	}

	@Test
	void hearsOfAFollowThatTheAnswerIsTooOldFor() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person();
		this.posts.hold();
		try (var client = this.network.connect(bob)) {
			this.posts.awaitQuestion();
			this.network.follow(bob, ann);
			this.posts.letGo();
			assertThat(hears(ann, client)).isTrue();
		}
	}

	@Test
	void believesAnUnfollowMoreThanAnOlderAnswer() throws Exception {
		var ann = this.network.person();
		var carl = this.network.person();
		var bob = this.network.person(ann, carl);
		this.posts.hold();
		try (var client = this.network.connect(bob)) {
			this.posts.awaitQuestion();
			this.network.unfollow(bob, ann);
			this.network.post(ann, "no more");
			String post = this.network.post(carl, "while loading");
			this.posts.letGo();
			assertThat(client.next()).contains(post);
		}
	}

	@Test
	void tellsWhatWasPostedBeforeAnUnfollowThatTheAnswerKnows() throws Exception {
		var ann = this.network.person();
		var carl = this.network.person();
		var bob = this.network.person(ann, carl);
		this.posts.delayAsBefore();
		try (var client = this.network.connect(bob); var other = this.network.connect(bob)) {
			this.posts.awaitQuestion();
			String before = this.network.post(ann, "before");
			this.network.unfollow(bob, ann);
			this.network.post(ann, "after");
			this.network.awaitHeard();
			this.posts.letGo();
			assertThat(client.next()).contains(before);
			assertThat(other.next()).contains(before);
			assertThat(hears(carl, client, other)).isTrue();
		}
	}

	@Test
	void doesNotTellWhatWasPostedBeforeAFollowThatTheAnswerKnows() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person();
		this.posts.delayAsBefore();
		try (var client = this.network.connect(bob)) {
			this.posts.awaitQuestion();
			this.network.post(ann, "before");
			this.network.follow(bob, ann);
			String after = this.network.post(ann, "after");
			this.network.awaitHeard();
			this.posts.letGo();
			assertThat(client.next()).contains(after);
		}
	}

	@Test
	void doesNotTellWhatWasPostedBeforeAFollowThatIsStillUnderWay() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person();
		this.posts.delay();
		try (var client = this.network.connect(bob)) {
			this.posts.awaitQuestion();
			this.network.post(ann, "before");
			this.network.awaitHeard();
			String follow = this.network.beginFollow(bob, ann);
			this.posts.letGo();
			client.awaitPong();
			this.network.deliver(follow);
			String after = this.network.post(ann, "after");
			assertThat(client.next()).contains(after);
		}
	}

	@Test
	void takesTheLastOfManyChangesOfMind() throws Exception {
		var ann = this.network.person();
		var carl = this.network.person();
		var bob = this.network.person();
		this.posts.hold();
		try (var client = this.network.connect(bob)) {
			this.posts.awaitQuestion();
			this.network.follow(bob, ann);
			this.network.follow(bob, carl);
			this.network.unfollow(bob, ann);
			this.network.follow(bob, ann);
			this.network.unfollow(bob, carl);
			this.posts.letGo();
			this.network.post(carl, "no more");
			assertThat(hears(ann, client)).isTrue();
		}
	}

	@Test
	void tellsOnceWhatIsPostedWhileFriendsAreLoaded() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		this.posts.hold();
		try (var first = this.network.connect(bob)) {
			this.posts.awaitQuestion();
			String one = this.network.post(ann, "one");
			String two = this.network.post(ann, "two");
			this.posts.letGo();
			assertThat(first.next()).contains(one);
			assertThat(first.next()).contains(two);
			assertThat(hears(ann, first)).isTrue();
		}
	}

	@Test
	void asksAgainWhenPostsServiceStumbles() throws Exception {
		var ann = this.network.person();
		this.posts.fail(2);
		try (var client = this.network.connect(this.network.person(ann))) {
			assertThat(hears(ann, client)).isTrue();
		}
	}

	@Test
	void sendsAwayWhoseFriendsCannotBeTold() throws Exception {
		this.posts.fail(Integer.MAX_VALUE);
		try (var client = this.network.connect(this.network.person())) {
			assertThat(client.end()).isEqualTo(1011);
		}
	}

	@Test
	void sendsAwayForWhomTooMuchHappenedMeanwhile() throws Exception {
		var ann = this.network.person();
		var carl = this.network.person(ann);
		try (var other = this.network.connect(carl)) {
			assertThat(hears(ann, other)).isTrue();
			this.posts.hold();
			try (var client = this.network.connect(this.network.person(ann))) {
				this.posts.awaitQuestion();
				for (int i = 0; i < 70; i++) {
					assertThat(hears(ann, other)).isTrue();
				}
				this.posts.letGo();
				assertThat(client.end()).isEqualTo(1011);
			}
		}
	}

	private boolean hears(UserId author, Client... clients) throws InterruptedException {
		String post = this.network.post(author, "for every one");
		for (Client client : clients) {
			assertThat(client.next()).contains(post);
		}
		return true;
	}

}
