package social.posts.feed;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import social.platform.passport.UserId;
import social.posts.Api;
import social.posts.PostsTest;
import social.posts.Truth;
import social.posts.UsersServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostsTest
class FeedSourceTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private FeedProperties properties;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Test
	void letsInSoManyReadersAndTellsTheOthersToComeAgain() throws Exception {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<MvcTestResult>> answers = this.transactions.execute((transaction) -> {
				this.jdbc.sql("LOCK TABLE friendship IN ACCESS EXCLUSIVE MODE").update();
				var futures = readers(this.properties.reads() + 3).map(threads::submit).toList();
				await().until(() -> futures.stream().filter(Future::isDone).count() == 3);
				return futures;
			});
			int served = 0;
			for (Future<MvcTestResult> answer : answers) {
				if (answer.get().getResponse().getStatus() == 200) {
					served++;
				}
				else {
					assertThat(answer.get()).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).containsHeader("Retry-After");
				}
			}
			assertThat(served).isEqualTo(this.properties.reads());
		}
	}

	@Test
	void readsTheNewestFromTheIndexesAlone() {
		UserId bob = this.users.register();
		new Truth(this.jdbc).write(bob, 300);
		Stream.generate(this.users::register).limit(30).forEach((author) -> new Truth(this.jdbc).write(author, 100));
		this.jdbc.sql("VACUUM ANALYZE post").update();
		List<String> plan = this.jdbc.sql("EXPLAIN " + FeedSource.NEWEST)
			.param("reader", bob.value())
			.param("before", FeedSource.AFTER_ALL)
			.param("without", new SqlArrayValue("uuid"))
			.param("enough", 10)
			.param("skip", 0)
			.param("limit", 10)
			.query(String.class)
			.list();
		assertThat(plan).anyMatch((line) -> line.contains("Index Only Scan using post_author"))
			.noneMatch((line) -> line.contains("Seq Scan on post"));
	}

	private Stream<Callable<MvcTestResult>> readers(int number) {
		return Stream.generate(this.users::register)
			.limit(number)
			.<Callable<MvcTestResult>>map((reader) -> () -> this.api.feed(reader, ""));
	}

}
