package social.posts.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import social.backing.Contracts;
import social.backing.Listener;
import social.platform.passport.UserId;
import social.posts.Api;
import social.posts.PostsTest;
import social.posts.UsersServer;
import social.posts.broker.Topic;
import social.posts.post.PostId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@PostsTest
class ChangeLogTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private ChangeLog changes;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private JsonMapper json;

	private UserId ann;

	private UserId bob;

	private long before;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
		this.before = end();
	}

	@Test
	void holdsEachChangeOnceInItsOrder() {
		PostId id = this.api.post(this.ann, "one");
		this.api.update(this.ann, id, "two");
		this.api.follow(this.bob, this.ann);
		this.api.unfollow(this.bob, this.ann);
		this.api.delete(this.ann, id);
		assertThat(types(5)).containsExactly("post.created", "post.updated", "friend.added", "friend.removed",
				"post.deleted");
	}

	@Test
	void holdsNothingWhereNothingChanged() {
		PostId id = this.api.post(this.ann, "one");
		this.api.follow(this.bob, this.ann);
		this.api.update(this.ann, id, "one");
		this.api.update(this.bob, id, "two");
		this.api.delete(this.bob, id);
		this.api.follow(this.bob, this.ann);
		this.api.unfollow(this.ann, this.bob);
		this.api.follow(this.ann, this.bob);
		assertThat(types(3)).containsExactly("post.created", "friend.added", "friend.added");
	}

	@Test
	void forgetsAChangeThatDoesNotHappen() {
		UUID post = UUID.randomUUID();
		this.transactions.executeWithoutResult((transaction) -> {
			this.changes.add(new Change.PostDeleted(Instant.now(), post, this.ann, 2));
			transaction.setRollbackOnly();
		});
		this.api.post(this.ann, "real");
		assertThat(types(1)).containsExactly("post.created");
	}

	@Test
	void takesNoChangeOutsideOfATransaction() {
		var change = new Change.FriendAdded(Instant.now(), this.ann, this.bob);
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.changes.add(change));
	}

	@Test
	void makesNoChangeOfItsOwnWithinATransaction() {
		var change = new Change.FriendAdded(Instant.now(), this.ann, this.bob);
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.transactions
			.executeWithoutResult((transaction) -> this.changes.make(change, "SELECT", Map.of())));
	}

	@Test
	void givesWhatIsCommittedLaterALaterPosition() throws Exception {
		var written = new CountDownLatch(1);
		var overtaken = new CountDownLatch(1);
		try (var threads = Executors.newSingleThreadExecutor()) {
			Future<?> slow = threads.submit(() -> this.transactions.executeWithoutResult((transaction) -> {
				this.changes.add(new Change.PostDeleted(Instant.now(), UUID.randomUUID(), this.bob, 2));
				written.countDown();
				wait(overtaken);
			}));
			try {
				written.await();
				this.api.post(this.ann, "fast");
				assertThat(types(1)).containsExactly("post.created");
			}
			finally {
				overtaken.countDown();
			}
			slow.get();
		}
		assertThat(types(2)).containsExactly("post.created", "post.deleted");
	}

	@Test
	void givesItsPositionBackIfItCannotBeWritten() {
		PostId id = this.api.post(this.ann, "one");
		var change = new Change.PostCreated(Instant.now(), id.value(), this.ann, "again", 1);
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.changes.make(change, "INSERT INTO post VALUES (:id, :author, 'again', 1)",
					Map.of("id", id.value(), "author", this.ann.value())));
		this.api.post(this.ann, "two");
		assertThat(log(2)).map(LoggedChange::position).containsExactly(this.before + 1, this.before + 2);
	}

	@Test
	void leavesNoGapWhoeverWritesOrGivesUpAtTheSameTime() throws Exception {
		int writers = 8;
		int each = 40;
		int written = writers * each * 3;
		List<Long> positions = LongStream.rangeClosed(this.before + 1, this.before + written).boxed().toList();
		List<LoggedChange> log;
		try (var listener = new Listener(this.rabbit, Topic.CHANGES.exchange());
				var threads = Executors.newFixedThreadPool(writers)) {
			for (var done : threads.invokeAll(IntStream.range(0, writers).mapToObj((i) -> writer(each)).toList())) {
				done.get();
			}
			log = log(written);
			assertThat(listener.heard())
				.map((message) -> this.json.readTree(message.getBody()).get("position").asLong())
				.containsExactlyElementsOf(positions);
		}
		assertThat(log).map(LoggedChange::position).containsExactlyElementsOf(positions);
		assertThat(log.stream()
			.map((change) -> this.json.readTree(change.message()))
			.collect(Collectors.groupingBy((message) -> message.get("post_id"),
					Collectors.mapping((message) -> message.get("version").asInt(), Collectors.toList())))
			.values()).containsOnly(List.of(1, 2, 3));
	}

	@Test
	void isReadByServicesFromAnyPosition() {
		for (int i = 0; i < 5; i++) {
			this.api.post(this.ann, "post " + i);
		}
		log(5);
		String body = Api.body(this.api.internal("/internal/changes?after={after}&limit=2", this.before + 1));
		assertThat(JsonPath.<List<String>>read(body, "$[*].text")).containsExactly("post 1", "post 2");
		for (JsonNode change : this.json.readTree(body)) {
			Contracts.broker().check("Change", change.toString());
		}
		assertThat(Api.body(this.api.internal("/internal/changes?after={after}", Long.MAX_VALUE))).isEqualTo("[]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?after=-1", "?after=x", "?after=1.5", "?after=0&limit=0", "?after=0&limit=501" })
	void isNotReadFromNowhere(String query) {
		assertThat(this.api.internal("/internal/changes" + query)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void isNothingForClients() {
		MvcTestResult answer = this.api.asClient(this.ann, "/internal/changes?after=0");
		assertThat(answer).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void forgetsAfterADayWhatIsPublished() {
		this.api.post(this.ann, "old");
		this.api.post(this.ann, "new");
		long old = log(2).getFirst().position();
		this.jdbc.sql("UPDATE post_event SET at = now() - interval '25 h' WHERE position <= :old")
			.param("old", old)
			.update();
		await().until(() -> this.changes.after(0, 1).getFirst().position() == old + 1);
	}

	@Test
	void forgetsNothingThatIsOldBehindSomethingThatIsNot() {
		this.api.post(this.ann, "first");
		this.api.post(this.ann, "second, by a clock that is slow");
		long second = log(2).getLast().position();
		this.jdbc.sql("UPDATE post_event SET at = now() - interval '25 h' WHERE position = :second")
			.param("second", second)
			.update();
		await().during(Duration.ofSeconds(2))
			.until(() -> this.changes.after(second - 1, 1).getFirst().position() == second);
	}

	private Callable<Void> writer(int posts) {
		return () -> {
			for (int i = 0; i < posts; i++) {
				PostId id = this.api.post(this.ann, "one");
				this.transactions.executeWithoutResult((transaction) -> {
					this.changes.add(new Change.PostDeleted(Instant.now(), id.value(), this.ann, 9));
					transaction.setRollbackOnly();
				});
				this.api.update(this.ann, id, "two");
				this.api.delete(this.ann, id);
			}
			return null;
		};
	}

	private List<String> types(int changes) {
		return log(changes).stream().map(LoggedChange::type).toList();
	}

	private List<LoggedChange> log(int changes) {
		await().until(() -> end() >= this.before + changes);
		return this.changes.after(this.before, Integer.MAX_VALUE);
	}

	private long end() {
		await().until(() -> this.jdbc.sql("""
				SELECT placed = published AND NOT EXISTS (SELECT FROM post_event WHERE position IS NULL)
				FROM post_event_relay
				""").query(Boolean.class).single());
		return this.jdbc.sql("SELECT published FROM post_event_relay").query(Long.class).single();
	}

	private static void wait(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
