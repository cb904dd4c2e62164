package social.websocket.revocation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import social.backing.Contracts;
import social.platform.passport.Passport;
import social.platform.passport.UserId;
import social.websocket.Client;
import social.websocket.Network;
import social.websocket.PostsServer;
import social.websocket.UsersServer;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Sockets of sessions that have ended. */
@WebsocketTest
class RevocationTests {

	private final String session = UUID.randomUUID().toString();

	@Autowired
	private Network network;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private MeterRegistry meters;

	@Test
	void areClosedAsSoonAsAMessageTells() throws Exception {
		UserId ann = this.network.person();
		try (var one = connect(ann, this.session);
				var two = connect(ann, this.session);
				var other = connect(ann, UUID.randomUUID().toString())) {
			one.awaitPong();
			two.awaitPong();
			long begun = System.nanoTime();
			tell(message());
			assertThat(one.end()).isEqualTo(4401);
			assertThat(two.end()).isEqualTo(4401);
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
			other.awaitPong();
			assertThat(other.open()).isTrue();
		}
	}

	@Test
	void areClosedSoonThoughNoMessageTells() throws Exception {
		try (var client = connect(this.network.person(), this.session)) {
			client.awaitPong();
			UsersServer.shared().end(UUID.randomUUID().toString());
			UsersServer.shared().end(this.session);
			assertThat(client.end()).isEqualTo(4401);
		}
	}

	@Test
	void areClosedThoughTheyOpenAfterwards() throws Exception {
		UserId ann = this.network.person();
		try (var before = connect(ann, this.session)) {
			tell(message());
			assertThat(before.end()).isEqualTo(4401);
		}
		try (var after = connect(ann, this.session)) {
			assertThat(after.end()).isEqualTo(4401);
		}
	}

	@Test
	void areClosedAsSoonThoughItIsBeingAskedWhatTheyMissed() throws Exception {
		UserId ann = this.network.person();
		PostsServer posts = PostsServer.shared();
		long seen = posts.position();
		this.network.post(ann, "missed");
		this.network.awaitHeard();
		posts.holdReplays();
		try (var client = this.network.connect(
				new Passport(Passport.GATEWAY, "websocket-service", this.network.person(ann), this.session, null),
				"/posts?since=" + seen)) {
			posts.awaitQuestion();
			long begun = System.nanoTime();
			tell(message());
			assertThat(client.end()).isEqualTo(4401);
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
		}
		finally {
			posts.letGo();
		}
	}

	@Test
	void areCountedIfNobodyCanReadWhichTheyAre() {
		double before = this.meters.counter("social.websocket.unreadable").count();
		tell("{\"type\":\"session.revoked\"}");
		await().untilAsserted(
				() -> assertThat(this.meters.counter("social.websocket.unreadable").count()).isEqualTo(before + 1));
	}

	@Test
	void areAskedForEveryTwoSecondsUnlessSaidOtherwise() {
		var binder = new Binder(new MapConfigurationPropertySource(Map.of()));
		assertThat(binder.bindOrCreate("websocket.revocation", RevocationProperties.class))
			.isEqualTo(new RevocationProperties(Duration.ofSeconds(2)));
	}

	private Client connect(UserId user, String session) {
		return this.network.connect(new Passport(Passport.GATEWAY, "websocket-service", user, session, null), "/posts");
	}

	private String message() {
		return Contracts.broker()
			.examples("SessionRevoked")
			.getFirst()
			.replaceFirst("\\{", "{\"added_later\":{\"x\":[1]},")
			.replaceFirst("5b6d6c9e-5b43-4a0e-8a57-0c9e6a3f7e01", this.session)
			.replaceFirst("2026-01-01", "2099-01-01");
	}

	private void tell(String message) {
		this.rabbit.convertAndSend("users.revocation", "session.revoked", message.getBytes(StandardCharsets.UTF_8));
	}

}
