package social.dialogs.shard;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.backing.Backing;
import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DialogsTest
@TestPropertySource(properties = "dialogs.shard.waiting=16")
@DisabledIfEnvironmentVariable(named = "CITUS_URL", matches = ".+", disabledReason = "it is the plain one that freezes")
class FrozenShardTests {

	private static final int CONNECTIONS = 16;

	private static final int WAITING = 16;

	/** The longest statement, a second in wait for it, and a busy machine. */
	private static final Duration BOUND = Duration.ofSeconds(5 + 1 + 2);

	private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private Freezer freezer;

	@Autowired
	@Qualifier("postgres")
	private JdbcConnectionDetails postgres;

	private HikariPoolMXBean pool;

	private UserId ann;

	private UserId bob;

	@Autowired
	void pool(DataSource database) throws SQLException {
		this.pool = database.unwrap(HikariDataSource.class).getHikariPoolMXBean();
	}

	@BeforeEach
	void people() {
		await().atMost(BOUND).until(() -> this.pool.getTotalConnections() == CONNECTIONS);
		this.ann = this.users.register();
		this.bob = this.users.register();
		assertThat(this.api.send(this.ann, this.bob, "Привет")).hasStatusOk();
	}

	@AfterEach
	void thaw() {
		this.freezer.thaw();
		this.clients.close();
	}

	@Test
	void aStatementThatIsKeptWaitingEndsAndTheOthersAreRefusedAtOnce() throws Exception {
		long begun = System.nanoTime();
		List<Future<MvcTestResult>> refused;
		try (Connection lock = lockMessages()) {
			refused = refuseAtOnce();
			assertUnavailable(refused);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
		assertRecovered();
	}

	@Test
	void aStatementThatIsNeverAnsweredEndsAndTheOthersAreRefusedAtOnce() throws Exception {
		long begun = System.nanoTime();
		List<Future<MvcTestResult>> refused;
		try (Connection lock = lockMessages()) {
			refused = refuseAtOnce();
			this.freezer.freeze();
		}
		assertUnavailable(refused);
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
		this.freezer.thaw();
		assertRecovered();
	}

	private List<Future<MvcTestResult>> refuseAtOnce() {
		List<Future<MvcTestResult>> stuck = send(CONNECTIONS);
		await().until(() -> this.pool.getActiveConnections() == CONNECTIONS);
		List<Future<MvcTestResult>> behind = send(WAITING);
		await().pollInterval(Duration.ofMillis(5)).until(() -> this.pool.getThreadsAwaitingConnection() == WAITING);
		long begun = System.nanoTime();
		assertUnavailable(this.api.send(this.ann, this.bob, "Привет"));
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(500));
		return Stream.concat(stuck.stream(), behind.stream()).toList();
	}

	// into as many dialogs: one alone gets few connections
	private List<Future<MvcTestResult>> send(int times) {
		return Stream.generate(this.users::register)
			.map((other) -> this.clients.submit(() -> this.api.send(this.ann, other, "Привет")))
			.limit(times)
			.toList();
	}

	private void assertRecovered() {
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.api.send(this.ann, this.bob, "Пока")).hasStatusOk());
		await().until(() -> this.pool.getActiveConnections() == 0);
	}

	// INSERT waits for it, SELECT does not
	private Connection lockMessages() throws SQLException {
		Connection connection = DriverManager.getConnection(this.postgres.getJdbcUrl(), this.postgres.getUsername(),
				this.postgres.getPassword());
		connection.setAutoCommit(false);
		connection.createStatement().execute("LOCK TABLE message IN EXCLUSIVE MODE");
		return connection;
	}

	private static void assertUnavailable(List<Future<MvcTestResult>> answers) throws Exception {
		for (var answer : answers) {
			assertUnavailable(answer.get());
		}
	}

	private static void assertUnavailable(MvcTestResult answer) {
		assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader(HttpHeaders.RETRY_AFTER, "1");
	}

	/** The database behind a way that can freeze. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Frost {

		@Bean
		Freezer freezer() {
			return new Freezer(Backing.postgres().port());
		}

		@Bean
		@Primary
		JdbcConnectionDetails frozen(@Qualifier("postgres") JdbcConnectionDetails postgres, Freezer freezer) {
			String url = postgres.getJdbcUrl().replace(":" + Backing.postgres().port(), ":" + freezer.port());
			return new Behind(url, postgres.getUsername(), postgres.getPassword());
		}

	}

	/** The same database at another port. */
	private record Behind(String getJdbcUrl, @Nullable String getUsername,
			@Nullable String getPassword) implements JdbcConnectionDetails {
	}

}
