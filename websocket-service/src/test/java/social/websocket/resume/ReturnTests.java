package social.websocket.resume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import social.platform.passport.UserId;
import social.websocket.Client;
import social.websocket.Network;
import social.websocket.PostsServer;
import social.websocket.WebsocketTest;
import social.websocket.session.Audience;
import social.websocket.socket.Protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who was here a moment ago is told what they missed without a question to anybody. */
@WebsocketTest(properties = "websocket.audience.lingering=8")
class ReturnTests {

	private final PostsServer posts = PostsServer.shared();

	@Autowired
	private Network network;

	@Autowired
	private Audience audience;

	@Test
	void tellsWhatWasMissedAndGoesOn() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		long seen = visit(bob, ann);
		String first = this.network.post(ann, "first");
		String second = this.network.post(ann, "second");
		this.network.awaitHeard();
		try (var client = this.network.resumeTyped(bob, seen)) {
			assertThat(placed(client)).isEqualTo(first);
			assertThat(placed(client)).isEqualTo(second);
			assertThat(client.nextPlaced().toString())
				.isEqualTo("{\"type\":\"live\",\"position\":%d}".formatted(this.posts.position()));
			assertThat(this.network.post(ann, "live")).isEqualTo(placed(client));
		}
		assertThat(asked(bob)).isEqualTo(1);
	}

	@Test
	void tellsIfTheOldSocketIsStillThere() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		try (var old = this.network.connectTyped(bob)) {
			assertThat(old.nextPlaced().path("type").asString()).isEqualTo("live");
			assertThat(this.network.post(ann, "heard")).isEqualTo(placed(old));
			long seen = this.posts.position();
			String missed = this.network.post(ann, "missed");
			this.network.awaitHeard();
			try (var client = this.network.resume(bob, seen)) {
				assertThat(client.next(missed)).isTrue();
				assertThat(client.next(this.network.post(ann, "live"))).isTrue();
			}
		}
		assertThat(asked(bob)).isEqualTo(1);
	}

	@Test
	void knowsWhomTheUserFollowedMeanwhile() throws Exception {
		var ann = this.network.person();
		var carl = this.network.person();
		var bob = this.network.person(ann);
		long seen = visit(bob, ann);
		this.network.post(carl, "of a stranger");
		this.network.follow(bob, carl);
		String of = this.network.post(carl, "of a friend");
		this.network.unfollow(bob, ann);
		this.network.post(ann, "of somebody left");
		this.network.awaitHeard();
		try (var client = this.network.resumeTyped(bob, seen)) {
			assertThat(placed(client)).isEqualTo(of);
			assertThat(client.nextPlaced().path("type").asString()).isEqualTo("live");
			this.network.post(ann, "live, of somebody left");
			assertThat(this.network.post(carl, "live")).isEqualTo(placed(client));
		}
		assertThat(asked(bob)).isEqualTo(1);
	}

	@Test
	void tellsOfADeletedPostOnlyThat() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		long seen = visit(bob, ann);
		String post = this.network.post(ann, "regretted");
		this.network.delete(ann, post);
		this.network.awaitHeard();
		try (var client = this.network.resumeTyped(bob, seen)) {
			assertThat(client.nextPlaced().path("type").asString()).isEqualTo("post.deleted");
			assertThat(client.nextPlaced().path("type").asString()).isEqualTo("live");
		}
		assertThat(asked(bob)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "101, 10", "20, 16000" })
	void asksWhenItIsMuch(int posts, int length) throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		long seen = visit(bob, ann);
		for (int i = 0; i < posts; i++) {
			this.network.post(ann, "x".repeat(length));
		}
		this.network.awaitHeard();
		try (var client = this.network.resumeTyped(bob, seen)) {
			for (int i = 0; i < posts; i++) {
				assertThat(client.nextPlaced().path("type").asString()).isEqualTo("post.created");
			}
			assertThat(client.nextPlaced().path("type").asString()).isEqualTo("live");
		}
		assertThat(this.posts.asked("/internal/replay/" + bob)).isPositive();
	}

	@Test
	void asksWhenOthersHaveLeftSince() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		long seen = visit(bob, ann);
		var carl = this.network.person();
		for (int others = 0; others < 8; others++) {
			visit(this.network.person(carl), carl);
		}
		String missed = this.network.post(ann, "missed");
		this.network.awaitHeard();
		try (var client = this.network.resumeTyped(bob, seen)) {
			assertThat(placed(client)).isEqualTo(missed);
			assertThat(client.nextPlaced().path("type").asString()).isEqualTo("live");
			assertThat(this.network.post(ann, "live")).isEqualTo(placed(client));
		}
		assertThat(this.posts.asked("/internal/replay/" + bob)).isEqualTo(1);
		assertThat(this.posts.asked("/internal/friends/" + bob)).isEqualTo(2);
	}

	/** Comes, hears of a post and leaves; returns the last position heard of. */
	private long visit(UserId user, UserId friend) throws Exception {
		try (var client = this.network.connectTyped(user)) {
			assertThat(client.nextPlaced().path("type").asString()).isEqualTo("live");
			assertThat(this.network.post(friend, "heard")).isEqualTo(placed(client));
		}
		await().until(() -> !this.audience.users(Protocol.OTUS_V2).contains(user));
		return this.posts.position();
	}

	/** The post that the next frame with a position tells of. */
	private static String placed(Client client) throws InterruptedException {
		return client.nextPlaced().path("post_id").asString();
	}

	private long asked(UserId user) {
		return this.posts.asked("/internal/friends/" + user) + this.posts.asked("/internal/replay/" + user);
	}

}
