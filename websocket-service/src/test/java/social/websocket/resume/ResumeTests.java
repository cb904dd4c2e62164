package social.websocket.resume;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import social.backing.Contracts;
import social.websocket.Network;
import social.websocket.PostsServer;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;

// so few news that a user who is here can have missed more
@WebsocketTest(properties = { "websocket.resume.page=10", "websocket.audience.tail=64" })
class ResumeTests {

	private final PostsServer posts = PostsServer.shared();

	@Autowired
	private Network network;

	@Autowired
	private MeterRegistry meters;

	@AfterEach
	void letPostsServiceWorkAgain() {
		this.posts.fail(0);
	}

	@Test
	void saysWhereTheNewsBegin() throws Exception {
		var ann = this.network.person();
		long before = this.posts.position();
		try (var client = this.network.connectTyped(this.network.person(ann))) {
			String live = client.next();
			assertThat(live).isEqualTo("{\"type\":\"live\",\"position\":%d}", before);
			Contracts.broker().check("LiveFrame", live);
			this.network.post(ann, "hello");
			assertThat(client.nextPlaced().path("position").asLong()).isEqualTo(before + 1);
		}
	}

	@Test
	void tellsFirstWhatWasMissed() throws Exception {
		var ann = this.network.person();
		var carl = this.network.person();
		var bob = this.network.person(ann);
		long seen = this.posts.position();
		List<String> missed = new ArrayList<>();
		for (int i = 0; i < 25; i++) {
			missed.add(this.network.post(ann, "missed"));
			this.network.post(carl, "of a stranger");
		}
		this.network.edit(ann, missed.getFirst(), "edited");
		this.network.delete(ann, missed.getLast());
		awaitPosition();
		double replayed = count("social.websocket.replayed");
		try (var client = this.network.resumeTyped(bob, seen)) {
			for (String post : missed) {
				assertThat(client.nextPlaced().path("post_id").asString()).isEqualTo(post);
			}
			assertThat(client.nextPlaced().path("type").asString()).isEqualTo("post.updated");
			assertThat(client.nextPlaced().path("type").asString()).isEqualTo("post.deleted");
			assertThat(client.nextPlaced().path("type").asString()).isEqualTo("live");
			String live = this.network.post(ann, "live");
			assertThat(client.nextPlaced().path("post_id").asString()).isEqualTo(live);
			assertThat(count("social.websocket.replayed")).isEqualTo(replayed + 27);
		}
	}

	@Test
	void replaysNewPostsAloneInTheCoursesWords() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		long seen = this.posts.position();
		String first = this.network.post(ann, "first");
		this.network.edit(ann, first, "edited");
		String second = this.network.post(ann, "second");
		awaitPosition();
		try (var client = this.network.resume(bob, seen)) {
			assertThat(client.next()).contains(first).doesNotContain("type");
			assertThat(client.next()).contains(second);
			assertThat(client.next(this.network.post(ann, "live"))).isTrue();
		}
	}

	@Test
	void goesByWhomTheUserFollowedThen() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		long seen = this.posts.position();
		String followed = this.network.post(ann, "followed");
		this.network.unfollow(bob, ann);
		this.network.post(ann, "not followed");
		awaitPosition();
		try (var client = this.network.resumeTyped(bob, seen)) {
			assertThat(client.nextPlaced().path("post_id").asString()).isEqualTo(followed);
			assertThat(client.nextPlaced().path("type").asString()).isEqualTo("live");
		}
	}

	@Test
	void saysThatTheLogHasForgotten() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		long seen = this.posts.position();
		this.network.post(ann, "forgotten");
		awaitPosition();
		this.posts.forget();
		double gaps = count("social.websocket.gaps");
		try (var client = this.network.resumeTyped(bob, seen)) {
			String gap = client.next();
			assertThat(gap).isEqualTo("{\"type\":\"gap\",\"position\":%d}", this.posts.position());
			Contracts.broker().check("GapFrame", gap);
			assertThat(client.next("live", "position").asLong()).isEqualTo(this.posts.position());
			String live = this.network.post(ann, "live");
			assertThat(client.nextPlaced().path("post_id").asString()).isEqualTo(live);
			assertThat(count("social.websocket.gaps")).isEqualTo(gaps + 1);
		}
	}

	@Test
	void saysThatAPositionIsNotOfThisLog() throws Exception {
		var ann = this.network.person();
		try (var client = this.network.resumeTyped(this.network.person(ann), Long.MAX_VALUE)) {
			assertThat(client.next("gap", "position").asLong()).isEqualTo(this.posts.position());
			assertThat(client.next("live", "position").asLong()).isEqualTo(this.posts.position());
			String live = this.network.post(ann, "live");
			assertThat(client.nextPlaced().path("post_id").asString()).isEqualTo(live);
		}
	}

	@Test
	void leavesOutWhatTheClientHeardFromAnInstanceFurtherAhead() throws Exception {
		var ann = this.network.person();
		var heard = this.network.write(ann, "heard elsewhere");
		try (var client = this.network.resumeTyped(this.network.person(ann), this.posts.position())) {
			assertThat(client.next("live", "position").asLong()).isEqualTo(this.posts.position());
			this.network.deliver(heard.change());
			String live = this.network.post(ann, "live");
			assertThat(client.nextPlaced().path("post_id").asString()).isEqualTo(live);
		}
	}

	@Test
	void asksAgainWhenPostsServiceStumbles() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		long seen = this.posts.position();
		String missed = this.network.post(ann, "missed");
		awaitPosition();
		try (var other = this.network.connect(bob)) {
			assertThat(other.next(this.network.post(ann, "settled"))).isTrue();
			happenMuch();
			this.posts.fail(2);
			try (var client = this.network.resume(bob, seen)) {
				assertThat(client.next(missed)).isTrue();
			}
		}
	}

	@Test
	void sendsAwayWhomItCannotTellAndTellsNothingLater() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		long seen = this.posts.position();
		try (var other = this.network.connect(bob)) {
			assertThat(other.next(this.network.post(ann, "missed"))).isTrue();
			happenMuch();
			this.posts.fail(Integer.MAX_VALUE);
			try (var client = this.network.resumeTyped(bob, seen)) {
				assertThat(other.next(this.network.post(ann, "live"))).isTrue();
				assertThat(client.end()).isEqualTo(1011);
				assertThat(client.frames()).noneMatch((frame) -> frame.contains("position"));
			}
		}
	}

	/** More than this instance remembers. */
	private void happenMuch() throws InterruptedException {
		var zoe = this.network.person();
		for (int i = 0; i < 64; i++) {
			this.network.post(zoe, "among much");
		}
		awaitPosition();
	}

	/** Waits until this instance has heard of everything. */
	private void awaitPosition() throws InterruptedException {
		var zoe = this.network.person();
		try (var client = this.network.connect(this.network.person(zoe))) {
			assertThat(client.next(this.network.post(zoe, "the latest"))).isTrue();
		}
	}

	private double count(String name) {
		return this.meters.counter(name).count();
	}

}
