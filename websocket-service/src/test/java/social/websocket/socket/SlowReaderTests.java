package social.websocket.socket;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import social.platform.passport.UserId;
import social.websocket.Client;
import social.websocket.Network;
import social.websocket.PostsServer;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@WebsocketTest(properties = "websocket.socket.send-timeout=6s")
class SlowReaderTests {

	// more than the kernel takes for a reader that does not read
	private static final int MANY = 400;

	private final PostsServer posts = PostsServer.shared();

	@Autowired
	private Network network;

	@Autowired
	private MeterRegistry meters;

	@Test
	void endsASlowReaderAndNobodyElse() throws Exception {
		var ann = this.network.person();
		double before = ended("4413");
		try (var slow = this.network.connect(this.network.person(ann));
				var quick = this.network.connect(this.network.person(ann))) {
			slow.stopReading();
			flood(ann, quick);
			slow.readOn();
			assertThat(slow.end()).isEqualTo(4413);
			assertThat(quick.open()).isTrue();
			assertThat(ended("4413")).isEqualTo(before + 1);
		}
	}

	@Test
	void doesNotWaitForWhoNeverReads() throws Exception {
		var ann = this.network.person();
		double before = ended("4413");
		try (var stuck = this.network.connect(this.network.person(ann));
				var quick = this.network.connect(this.network.person(ann))) {
			stuck.stopReading();
			flood(ann, quick);
			await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(ended("4413")).isEqualTo(before + 1));
			assertThat(this.network.post(ann, "the last")).satisfies((post) -> assertThat(quick.next()).contains(post));
		}
	}

	@Test
	void replaysMoreThanMayWaitAsFastAsTheClientReads() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		try (var quick = this.network.connect(bob)) {
			long seen = this.posts.position();
			flood(ann, quick);
			try (var slow = this.network.resumeTyped(bob, seen)) {
				slow.stopReading();
				String live = this.network.post(ann, "live meanwhile");
				assertThat(quick.next(live)).isTrue();
				slow.readOn();
				for (int i = 1; i <= MANY; i++) {
					assertThat(slow.nextPlaced().path("position").asLong()).isEqualTo(seen + i);
				}
				assertThat(slow.nextPlaced().path("type").asString()).isEqualTo("live");
				assertThat(slow.nextPlaced().path("post_id").asString()).isEqualTo(live);
			}
		}
	}

	@Test
	void endsWhomTooMuchHappensForDuringAReplayAndTellsNothingLater() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		double held = this.meters.counter("social.websocket.held").count();
		try (var quick = this.network.connect(bob)) {
			long seen = this.posts.position();
			flood(ann, quick);
			long mark = this.posts.position();
			try (var slow = this.network.resumeTyped(bob, seen)) {
				slow.stopReading();
				flood(ann, quick);
				slow.readOn();
				assertThat(slow.end()).isEqualTo(4413);
				assertThat(slow.frames()).noneMatch((frame) -> frame.contains("\"live\""))
					.allMatch((frame) -> !frame.contains("position")
							|| JsonMapper.shared().readTree(frame).path("position").asLong() <= mark);
				assertThat(this.meters.counter("social.websocket.held").count()).isGreaterThan(held);
			}
		}
	}

	private void flood(UserId author, Client reader) throws Exception {
		String text = "x".repeat(16_000);
		for (int i = 0; i < MANY; i++) {
			String post = this.network.post(author, text);
			assertThat(reader.next()).contains(post);
		}
	}

	private double ended(String code) {
		return this.meters.counter("social.websocket.closed", "code", code).count();
	}

}
