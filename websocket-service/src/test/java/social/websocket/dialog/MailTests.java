package social.websocket.dialog;

import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import social.backing.Contracts;
import social.platform.passport.UserId;
import social.websocket.Client;
import social.websocket.DialogsServer;
import social.websocket.Network;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@WebsocketTest
class MailTests {

	private final DialogsServer dialogs = DialogsServer.shared();

	@Autowired
	private Network network;

	@Autowired
	private MeterRegistry meters;

	@AfterEach
	void letDialogsServiceWorkAgain() {
		this.dialogs.away(false);
		this.dialogs.letGo();
	}

	@Test
	void passesAMessageOnToEverySocketOfItsReceiver() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person();
		try (var one = arrived(bob); var two = arrived(bob); var sender = arrived(ann)) {
			String id = this.network.message(ann, bob, "hello");
			assertThat(one.next("message.sent", "message_id").asString()).isEqualTo(id);
			assertThat(two.next("message.sent", "message_id").asString()).isEqualTo(id);
			String answer = this.network.message(bob, ann, "hello yourself");
			assertThat(sender.next("message.sent", "message_id").asString()).isEqualTo(answer);
		}
	}

	@Test
	void saysHowMuchIsUnreadAfterWhatWasMissed() throws Exception {
		var bob = this.network.person();
		this.dialogs.unread(bob, 5, 2);
		try (var client = this.network.connectTyped(bob)) {
			assertThat(client.next()).contains("\"live\"");
			String unread = client.next();
			assertThat(unread).isEqualTo("{\"type\":\"unread\",\"total\":5,\"dialogs\":2}");
			Contracts.broker().check("UnreadFrame", unread);
		}
	}

	@Test
	void asksOnceForSocketsThatOpenTogether() throws Exception {
		var bob = this.network.person();
		this.dialogs.hold();
		try (var one = this.network.connectTyped(bob)) {
			await().until(() -> this.dialogs.asked(bob) == 1);
			try (var two = this.network.connectTyped(bob)) {
				assertThat(two.next()).contains("\"live\"");
				two.awaitPong();
				this.dialogs.letGo();
				assertThat(one.next("unread", "total").asInt()).isZero();
				assertThat(two.next("unread", "total").asInt()).isZero();
				assertThat(this.dialogs.asked(bob)).isEqualTo(1);
			}
		}
	}

	@Test
	void asksAgainIfAMessageCameMeanwhile() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person();
		this.dialogs.hold();
		try (var client = this.network.connectTyped(bob)) {
			await().until(() -> this.dialogs.asked(bob) == 1);
			this.network.message(ann, bob, "hello");
			assertThat(client.next("message.sent", "text").asString()).isEqualTo("hello");
			this.dialogs.unread(bob, 1, 1);
			this.dialogs.letGo();
			assertThat(client.next("unread", "total").asInt()).isEqualTo(1);
			assertThat(this.dialogs.asked(bob)).isEqualTo(2);
		}
	}

	@Test
	void saysNothingOfWhatIsUnreadIfThatCannotBeTold() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		this.dialogs.away(true);
		double before = this.meters.counter("social.websocket.unread.unknown").count();
		try (var client = this.network.connectTyped(bob)) {
			assertThat(client.next()).contains("\"live\"");
			await().until(() -> this.meters.counter("social.websocket.unread.unknown").count() == before + 1);
			this.network.message(ann, bob, "hello");
			assertThat(client.next()).contains("message.sent");
		}
	}

	@Test
	void doesNotTellPlainSockets() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		try (var plain = this.network.connect(bob); var typed = arrived(bob)) {
			this.network.message(ann, bob, "hello");
			assertThat(typed.next("message.sent", "text").asString()).isEqualTo("hello");
			assertThat(plain.next(this.network.post(ann, "a post"))).isTrue();
		}
	}

	@Test
	void passesOverWhatItCannotReadOrDoesNotKnow() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person();
		try (var client = arrived(bob)) {
			this.network.deliverMessage("no JSON at all");
			this.network.deliverMessage("{\"type\":\"message.sent\"}");
			this.network.deliverMessage("{\"type\":\"message.read\",\"to_user_id\":\"%s\"}".formatted(bob));
			this.network.message(ann, bob, "still here");
			assertThat(client.next("message.sent", "text").asString()).isEqualTo("still here");
		}
	}

	/** A socket that has arrived: what came before shows in what is unread alone. */
	private Client arrived(UserId user) throws Exception {
		Client client = this.network.connectTyped(user);
		client.next("unread", "total");
		return client;
	}

}
