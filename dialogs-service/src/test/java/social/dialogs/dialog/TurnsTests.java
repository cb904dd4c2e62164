package social.dialogs.dialog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@DialogsTest
class TurnsTests {

	private static final int WRITERS = 100;

	private static final int AT_ONCE = 2;

	private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private DataSource database;

	private HikariPoolMXBean pool;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void talk() throws SQLException {
		this.pool = this.database.unwrap(HikariDataSource.class).getHikariPoolMXBean();
		this.ann = this.users.register();
		this.bob = this.users.register();
		assertThat(this.api.send(this.ann, this.bob, "Привет")).hasStatusOk();
	}

	@AfterEach
	void close() {
		this.clients.close();
	}

	@Test
	void keepNobodyElseWaitingHoweverManyWriteIntoOneDialog() throws Exception {
		List<Future<MvcTestResult>> writers;
		try (Connection lock = lock()) {
			writers = Stream.generate(() -> this.clients.submit(() -> this.api.send(this.ann, this.bob, "Привет")))
				.limit(WRITERS)
				.toList();
			await().until(() -> this.pool.getActiveConnections() > AT_ONCE);
			for (int i = 0; i < 20; i++) {
				assertThat(
						within(Duration.ofMillis(500), () -> this.api.send(this.ann, this.users.register(), "Привет")))
					.hasStatusOk();
			}
			await().until(() -> writers.stream().filter(Future::isDone).count() == WRITERS - AT_ONCE);
			lock.rollback();
		}
		for (var writer : writers) {
			writer.get();
		}
		assertThat(writers).map(Future::resultNow)
			.filteredOn((answer) -> answer.getResponse().getStatus() != HttpStatus.OK.value())
			.hasSize(WRITERS - AT_ONCE)
			.allSatisfy((answer) -> assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
				.hasHeader(HttpHeaders.RETRY_AFTER, "1"));
	}

	@Test
	void areTakenByWhoReadsToo() throws Exception {
		List<Future<MvcTestResult>> readers;
		try (Connection lock = lock()) {
			readers = Stream.generate(() -> this.clients.submit(() -> this.api.read(this.bob, this.ann, "{\"seq\":1}")))
				.limit(WRITERS)
				.toList();
			await().until(() -> readers.stream().filter(Future::isDone).count() == WRITERS - AT_ONCE);
			assertThat(this.pool.getActiveConnections()).isEqualTo(1 + AT_ONCE);
			lock.rollback();
		}
		for (var reader : readers) {
			reader.get();
		}
		assertThat(this.api.read(this.bob, this.ann, "{\"seq\":1}")).hasStatusOk();
	}

	@Test
	void refuseAtOnceWhoFindsTheLineFull() throws Exception {
		var turns = new Turns(new TurnProperties(1, 1, Duration.ofMinutes(1)));
		Dialog dialog = Dialog.between(this.ann, this.bob);
		var others = turns.take(dialog, () -> {
			var two = Stream.generate(() -> this.clients.submit(() -> turns.take(dialog, () -> "done")))
				.limit(2)
				.toList();
			await().until(() -> two.stream().anyMatch(Future::isDone));
			return two;
		});
		await().until(() -> others.stream().allMatch(Future::isDone));
		assertThat(others).map(Future::state).containsExactlyInAnyOrder(Future.State.SUCCESS, Future.State.FAILED);
		assertThat(turns.isIdle()).isTrue();
	}

	@Test
	void areGivenBackAndForgottenWhateverHappens() {
		var turns = new Turns(new TurnProperties(1, 1, Duration.ofMinutes(1)));
		for (int i = 0; i < 4; i++) {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> turns.take(Dialog.between(this.ann, this.bob), TurnsTests::fail));
		}
		assertThat(turns.isIdle()).isTrue();
	}

	private Connection lock() throws SQLException {
		Connection connection = this.database.getConnection();
		connection.setAutoCommit(false);
		try (var statement = connection.prepareStatement("SELECT FROM dialog WHERE dialog_id = ? FOR UPDATE")) {
			statement.setObject(1, Dialog.between(this.ann, this.bob).id());
			statement.executeQuery();
		}
		return connection;
	}

	private static MvcTestResult within(Duration bound, Supplier<MvcTestResult> request) {
		long begun = System.nanoTime();
		MvcTestResult answer = request.get();
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(bound);
		return answer;
	}

	private static String fail() {
		throw new IllegalStateException("broken");
	}

}
