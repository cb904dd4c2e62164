package social.websocket.push;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.listener.ConsumeOkEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

import social.backing.Backing;
import social.platform.passport.UserId;
import social.websocket.Instance;
import social.websocket.Network;
import social.websocket.PostsServer;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Import(SequenceTests.Queues.class)
@WebsocketTest(properties = { "websocket.push.page=10", "websocket.push.patience=3s" })
class SequenceTests {

	private final PostsServer posts = PostsServer.shared();

	@Autowired
	private Network network;

	@Autowired
	private ConnectionFactory connections;

	@Autowired
	private Queues queues;

	@AfterEach
	void letPostsServiceWorkAgain() {
		this.posts.fail(0);
	}

	@Test
	void passesADuplicateOnOnce() throws Exception {
		var ann = this.network.person();
		try (var client = this.network.connect(this.network.person(ann))) {
			var one = this.network.write(ann, "one");
			var two = this.network.write(ann, "two");
			this.network.deliver(one.change());
			this.network.deliver(two.change());
			this.network.deliver(one.change());
			this.network.deliver(two.change());
			String three = this.network.post(ann, "three");
			assertThat(client.next()).contains(one.id());
			assertThat(client.next()).contains(two.id());
			assertThat(client.next()).contains(three);
			assertThat(client.silent()).isTrue();
		}
	}

	@Test
	void fetchesWhatWasMissedFromTheLogInOrder() throws Exception {
		var ann = this.network.person();
		try (var client = this.network.connect(this.network.person(ann))) {
			String first = this.network.post(ann, "first");
			assertThat(client.next()).contains(first);
			var missed = new Network.Post[25];
			for (int i = 0; i < missed.length; i++) {
				missed[i] = this.network.write(ann, "missed " + i);
			}
			String last = this.network.post(ann, "last");
			for (Network.Post post : missed) {
				assertThat(client.next()).contains(post.id());
			}
			assertThat(client.next()).contains(last);
			this.network.deliver(missed[3].change());
			assertThat(client.next(this.network.post(ann, "and on"))).isTrue();
		}
	}

	@Test
	void learnsOfAFollowThatItMissed() throws Exception {
		var ann = this.network.person();
		var carl = this.network.person();
		var bob = this.network.person(carl);
		try (var client = this.network.connect(bob)) {
			assertThat(client.next(this.network.post(carl, "connected"))).isTrue();
			this.network.missFollow(bob, ann);
			assertThat(client.next(this.network.post(ann, "for bob"))).isTrue();
		}
	}

	@Test
	void waitsForALogThatIsNotYetThere() throws Exception {
		var ann = this.network.person();
		try (var client = this.network.connect(this.network.person(ann))) {
			assertThat(client.next(this.network.post(ann, "first"))).isTrue();
			this.posts.fail(3);
			var missed = this.network.write(ann, "missed");
			String last = this.network.post(ann, "last");
			assertThat(client.next(missed.id())).isTrue();
			assertThat(client.next(last)).isTrue();
		}
	}

	@Test
	void sendsAllAwayWhenTheLogHasForgotten() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		try (var client = this.network.connect(bob)) {
			assertThat(client.next(this.network.post(ann, "first"))).isTrue();
			this.network.write(ann, "missed");
			this.posts.forget();
			this.network.post(ann, "last");
			assertThat(client.end()).isEqualTo(1011);
		}
		try (var client = this.network.connect(bob)) {
			assertThat(client.next(this.network.post(ann, "after a new start"))).isTrue();
		}
	}

	@Test
	void sendsAllAwayWhenTheLogStaysSilent() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		try (var client = this.network.connect(bob)) {
			assertThat(client.next(this.network.post(ann, "first"))).isTrue();
			this.posts.fail(Integer.MAX_VALUE);
			this.network.write(ann, "missed");
			this.network.post(ann, "last");
			assertThat(client.end()).isEqualTo(1011);
		}
		this.posts.fail(0);
		try (var client = this.network.connect(bob)) {
			assertThat(client.next(this.network.post(ann, "after a new start"))).isTrue();
		}
	}

	@Test
	void catchesUpAfterABrokersRestartWithoutAnotherMessage() throws Exception {
		var ann = this.network.person();
		try (var client = this.network.connect(this.network.person(ann))) {
			assertThat(client.next(this.network.post(ann, "before"))).isTrue();
			Backing.rabbit().stop();
			var missed = this.network.write(ann, "meanwhile");
			Backing.rabbit().start();
			await().atMost(Duration.ofSeconds(30)).until(() -> !client.silent());
			assertThat(client.next(missed.id())).isTrue();
			assertThat(client.next(this.network.post(ann, "after"))).isTrue();
			assertThat(client.open()).isTrue();
		}
	}

	@Test
	void goesOnWhenTheBrokerHasLostItsQueues() throws Exception {
		var ann = this.network.person();
		try (var client = this.network.connect(this.network.person(ann))) {
			assertThat(client.next(this.network.post(ann, "before"))).isTrue();
			var broker = new RabbitAdmin(this.connections);
			this.queues.names().forEach(broker::deleteQueue);
			var missed = this.network.write(ann, "meanwhile");
			await().atMost(Duration.ofSeconds(30)).until(() -> !client.silent());
			assertThat(client.next(missed.id())).isTrue();
			assertThat(client.next(this.network.post(ann, "after"))).isTrue();
		}
	}

	@Test
	void asksOnThoughTheLogIsSilentForLongAfterABrokersRestart() throws Exception {
		var ann = this.network.person();
		try (var client = this.network.connect(this.network.person(ann))) {
			assertThat(client.next(this.network.post(ann, "before"))).isTrue();
			Backing.rabbit().stop();
			var missed = this.network.write(ann, "meanwhile");
			long asked = this.posts.asked("/internal/changes");
			this.posts.fail(Integer.MAX_VALUE);
			Backing.rabbit().start();
			// three seconds of patience have ten questions each
			await().atMost(Duration.ofSeconds(40)).until(() -> this.posts.asked("/internal/changes") > asked + 40);
			this.posts.fail(0);
			assertThat(client.next(missed.id())).isTrue();
			assertThat(client.open()).isTrue();
		}
	}

	@Test
	void saysWhatIsUnreadAfterABrokersRestart() throws Exception {
		try (var client = this.network.connectTyped(this.network.person())) {
			assertThat(client.next("unread", "total").asInt()).isZero();
			Backing.rabbit().stop();
			Backing.rabbit().start();
			await().atMost(Duration.ofSeconds(30)).until(() -> !client.silent());
			assertThat(client.next("unread", "total").asInt()).isZero();
		}
	}

	@Test
	void letsNobodyInBeforeItKnowsWhereTheChangesStand() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		this.posts.fail(Integer.MAX_VALUE);
		try (var instance = new Instance("--websocket.audience.patience=200ms")) {
			try (var client = this.network.connect(bob, instance.port())) {
				assertThat(client.end()).isEqualTo(1011);
			}
			this.network.post(ann, "before anybody is here");
			this.posts.fail(0);
			await().until(() -> hears(ann, bob, instance.port()));
		}
	}

	private boolean hears(UserId author, UserId reader, int port) throws Exception {
		try (var client = this.network.resumeTyped(reader, this.posts.position(), port)) {
			String first = client.first();
			return first.equals("{\"type\":\"live\",\"position\":%d}".formatted(this.posts.position()))
					&& client.next(this.network.post(author, "for bob"));
		}
	}

	/**
	 * What the service consumes from.
	 *
	 * @param names by any of its consumers so far
	 */
	record Queues(Set<String> names) {

		Queues() {
			this(ConcurrentHashMap.newKeySet());
		}

		@EventListener
		void consuming(ConsumeOkEvent event) {
			this.names.add(event.getQueue());
		}

	}

}
