package social.posts.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import social.backing.Backing;
import social.backing.Contracts;
import social.backing.Listener;
import social.platform.passport.UserId;
import social.platform.request.RequestIds;
import social.posts.Api;
import social.posts.PostsTest;
import social.posts.UsersServer;
import social.posts.broker.Topic;
import social.posts.event.Change;
import social.posts.event.ChangeLog;
import social.posts.event.LoggedChange;
import social.posts.post.PostId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostsTest
class RelayTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private Relay relay;

	@Autowired
	private Publisher publisher;

	@Autowired
	private RelayProperties properties;

	@Autowired
	private RelayMetrics metrics;

	@Autowired
	private RedisRun redis;

	@Autowired
	private DataSource database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ChangeLog changes;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private JsonMapper json;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
		awaitEmptyLog();
	}

	@Test
	void publishesWhatTheContractSaysWithTheRequestThatCausedIt() {
		try (var listener = new Listener(this.rabbit, Topic.CHANGES.exchange())) {
			PostId id = this.api.post(this.ann, "Привет");
			this.api.update(this.ann, id, "Пока");
			this.api.follow(this.bob, this.ann);
			this.api.unfollow(this.bob, this.ann);
			String request = this.api.delete(this.ann, id).getResponse().getHeader(RequestIds.HEADER);
			awaitEmptyLog();
			assertThat(listener.heard()).map((message) -> message.getMessageProperties().getReceivedRoutingKey())
				.containsExactly("post.created", "post.updated", "friend.added", "friend.removed", "post.deleted");
			for (Message message : listener.heard()) {
				Contracts.broker().check("Change", text(message));
			}
			assertThat(listener.heard().getLast().getMessageProperties().<String>getHeader(RequestIds.KEY))
				.isEqualTo(request);
		}
	}

	@Test
	void publishesWhatHasGivenItselfAPosition() {
		try (var listener = new Listener(this.rabbit, Topic.CHANGES.exchange())) {
			withoutRelay(() -> {
				this.api.post(this.ann, "one");
				this.api.post(this.ann, "two");
				assertThat(unplaced()).isZero();
				assertThat(unpublished()).isEqualTo(2);
			});
			assertThat(texts(listener)).containsExactly("one", "two");
		}
	}

	@Test
	void givesPositionsToWhatCameBehindAChangeWithoutOne() {
		try (var listener = new Listener(this.rabbit, Topic.CHANGES.exchange())) {
			withoutRelay(() -> {
				PostId id = this.api.post(this.ann, "one");
				this.api.update(this.ann, id, "two");
				this.api.post(this.ann, "three");
				assertThat(unplaced()).isEqualTo(2);
			});
			assertThat(texts(listener)).containsExactly("one", "two", "three");
			assertThat(positions(listener.heard())).isSorted();
		}
	}

	@Test
	void givesPositionsToWhatWasWrittenWhileSomebodyElseDidSo() {
		this.transactions.executeWithoutResult((transaction) -> {
			lockPlaces();
			CompletableFuture.runAsync(() -> this.api.post(this.ann, "does not wait")).join();
			assertThat(unplaced()).isEqualTo(1);
		});
		awaitEmptyLog();
	}

	@Test
	void publishesAtOnceWhatWasWrittenBesideAChangeThatIsHandedOver() {
		withoutRelay(() -> {
			var other = new Relay(this.database, this.publisher, onlyIfHinted(), this.metrics, this.redis);
			other.start();
			try {
				await().until(other::leads);
				PostId id = this.api.post(this.ann, "one");
				this.api.update(this.ann, id, "two");
				other.handOver(LoggedChange.after(this.jdbc, placed() - 1, 1).getFirst());
				other.wake();
				other.wake();
				awaitEmptyLog();
			}
			finally {
				other.stop();
			}
		});
	}

	@Test
	void knowsAfterItsEndWhatItHasPublished() {
		await().until(this.relay::leads);
		try (var listener = new Listener(this.rabbit, Topic.CHANGES.exchange())) {
			this.api.post(this.ann, "one");
			await().until(() -> !listener.heard().isEmpty());
			withoutRelay(() -> assertThat(unpublished()).isZero());
		}
	}

	@Test
	void skipsNoChangeThatGaveItselfAPositionMeanwhile() {
		withoutRelay(() -> {
			try (RelaySession session = RelaySession.open(this.database)) {
				assertThat(session.next(10)).isEmpty();
				CompletableFuture<List<LoggedChange>> next = Objects
					.requireNonNull(this.transactions.execute((transaction) -> {
						lockPlaces();
						CompletableFuture.runAsync(() -> this.api.follow(this.bob, this.ann)).join();
						var asked = CompletableFuture.supplyAsync(() -> session.next(10));
						await().until(this::somebodyWaitsForALock);
						takePlace(new Change.PostDeleted(Instant.now(), UUID.randomUUID(), this.ann, 2));
						return asked;
					}));
				assertThat(next.join()).map(LoggedChange::type).containsExactly("post.deleted", "friend.added");
			}
		});
	}

	@Test
	void asksForOneRebuildOfEachSubscribersFeedWhoFollowsOrUnfollows() {
		try (var listener = new Listener(this.rabbit, Topic.REBUILDS.exchange())) {
			this.api.post(this.ann, "nobody's matter");
			this.api.follow(this.bob, this.ann);
			this.api.unfollow(this.bob, this.ann);
			awaitEmptyLog();
			assertThat(listener.heard()).map(RelayTests::text)
				.containsExactly("{\"user_id\":\"%s\"}".formatted(this.bob),
						"{\"user_id\":\"%s\",\"left_user_id\":\"%s\"}".formatted(this.bob, this.ann))
				.allSatisfy((message) -> Contracts.broker().check("FeedRebuild", message));
		}
	}

	@Test
	void losesNothingAndKeepsTheOrderWhileTheBrokerIsAway() {
		try (var listener = new Listener(this.rabbit, Topic.CHANGES.exchange())) {
			var posts = new ArrayList<String>();
			posts.add(this.api.post(this.ann, "before").toString());
			awaitEmptyLog();
			Backing.rabbit().stop();
			try {
				IntStream.range(0, 50).forEach((i) -> posts.add(this.api.post(this.ann, "away " + i).toString()));
				await().until(() -> !this.relay.leads());
			}
			finally {
				Backing.rabbit().start();
			}
			posts.add(this.api.post(this.ann, "after").toString());
			awaitEmptyLog();
			assertThat(listener.heard().stream().map(this::postId).distinct()).containsExactlyElementsOf(posts);
			assertThat(positions(listener.heard())).isSorted();
		}
	}

	@Test
	void keepsWhatNoQueueTakes() {
		var admin = new RabbitAdmin(this.rabbit.getConnectionFactory());
		var binding = new Binding("posts.change.feed-worker", Binding.DestinationType.QUEUE, Topic.CHANGES.exchange(),
				"post.*", null);
		admin.removeBinding(binding);
		try {
			this.api.post(this.ann, "kept");
			await().until(() -> !this.relay.leads());
			assertThat(unpublished()).isEqualTo(1);
		}
		finally {
			admin.declareBinding(binding);
		}
		awaitEmptyLog();
	}

	@Test
	void publishesChangesOfSubscriptionsEvenIfNobodyListens() {
		this.api.follow(this.ann, this.bob);
		awaitEmptyLog();
		assertThat(this.relay.leads()).isTrue();
	}

	@Test
	void isTakenOverWithinASecondWhenItsConnectionDies() {
		var other = new Relay(this.database, this.publisher, this.properties, this.metrics, this.redis);
		await().until(this.relay::leads);
		other.start();
		try {
			await().during(Duration.ofSeconds(1)).until(() -> this.relay.leads() && !other.leads());
			this.jdbc.sql("""
					SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted
					""").query(Boolean.class).single();
			await().atMost(Duration.ofSeconds(2)).until(other::leads);
			this.api.post(this.ann, "by the other");
			awaitEmptyLog();
			assertThat(this.relay.leads()).isFalse();
		}
		finally {
			other.stop();
		}
		await().until(this.relay::leads);
	}

	@Test
	void survivesTheDatabase() {
		Backing.postgres().stop();
		try {
			await().until(() -> !this.relay.leads());
			assertThat(this.api.create(this.ann, "{\"text\": \"away\"}")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
				.containsHeader("Retry-After");
		}
		finally {
			Backing.postgres().start();
		}
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.api.create(this.ann, "{\"text\": \"back\"}")).hasStatusOk());
		awaitEmptyLog();
	}

	private void lockPlaces() {
		this.jdbc.sql("SELECT placed FROM post_event_relay FOR UPDATE").query(Long.class).single();
	}

	private boolean somebodyWaitsForALock() {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock')")
			.query(Boolean.class)
			.single();
	}

	private void takePlace(Change change) {
		this.changes.add(change);
		this.jdbc.sql("""
				WITH place AS (UPDATE post_event_relay SET placed = placed + 1 RETURNING placed)
				UPDATE post_event SET position = place.placed FROM place WHERE position IS NULL AND actor_id = :actor
				""").param("actor", change.actor().value()).update();
	}

	private void withoutRelay(Runnable work) {
		this.relay.stop();
		try {
			work.run();
		}
		finally {
			this.relay.start();
		}
		awaitEmptyLog();
	}

	private RelayProperties onlyIfHinted() {
		return new RelayProperties(this.properties.batch(), Duration.ofHours(1), this.properties.standbyPoll(),
				this.properties.retry(), this.properties.keep(), this.properties.repeat());
	}

	private long placed() {
		return this.jdbc.sql("SELECT placed FROM post_event_relay").query(Long.class).single();
	}

	private long unplaced() {
		return this.jdbc.sql("SELECT count(*) FROM post_event WHERE position IS NULL").query(Long.class).single();
	}

	private List<String> texts(Listener listener) {
		return listener.heard().stream().map((message) -> json(message).get("text").asString()).toList();
	}

	private void awaitEmptyLog() {
		await().atMost(PATIENCE).until(() -> unpublished() == 0);
	}

	private long unpublished() {
		return this.jdbc.sql("""
				SELECT count(*) FROM post_event
				WHERE position IS NULL OR position > (SELECT published FROM post_event_relay)
				""").query(Long.class).single();
	}

	private List<Long> positions(List<Message> messages) {
		return messages.stream().map((message) -> json(message).get("position").asLong()).distinct().toList();
	}

	private String postId(Message message) {
		return json(message).get("post_id").asString();
	}

	private JsonNode json(Message message) {
		return this.json.readTree(text(message));
	}

	private static String text(Message message) {
		return new String(message.getBody(), StandardCharsets.UTF_8);
	}

}
