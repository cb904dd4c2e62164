package social.dialogs.shard;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

import social.dialogs.DialogsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@DialogsTest
class WorkerTests {

	private static final int CONNECTIONS = 4;

	private static int number = 1000;

	private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

	private final CountDownLatch thaw = new CountDownLatch(1);

	private final Semaphore arrived = new Semaphore(0);

	@Autowired
	private CircuitBreakerRegistry breakers;

	private Worker frozen;

	private Worker other;

	@BeforeEach
	void workers() {
		this.frozen = worker();
		this.other = worker();
	}

	@AfterEach
	void thaw() {
		this.thaw.countDown();
		this.clients.close();
	}

	@Test
	void keepsOnlySoManyAndRefusesThoseWhoWaitBehindThem() throws Exception {
		List<Future<String>> stuck = Stream.generate(() -> this.clients.submit(() -> this.frozen.run(this::standStill)))
			.limit(CONNECTIONS)
			.toList();
		this.arrived.acquire(CONNECTIONS);
		assertThatExceptionOfType(WorkerAway.class).isThrownBy(() -> this.frozen.run(this::standStill));
		assertThat(this.other.run(() -> "done")).isEqualTo("done");
		this.thaw.countDown();
		for (var answer : stuck) {
			assertThat(answer.get()).isEqualTo("done");
		}
		assertThat(this.frozen.run(() -> "done")).isEqualTo("done");
	}

	@Test
	void isLeftAloneAfterItFailedUntilItAnswers() {
		for (int i = 0; i < 10; i++) {
			assertThatExceptionOfType(DataAccessResourceFailureException.class)
				.isThrownBy(() -> this.frozen.run(WorkerTests::lost));
		}
		assertThatExceptionOfType(WorkerAway.class).isThrownBy(() -> this.frozen.run(WorkerTests::lost))
			.satisfies((away) -> assertThat(away.retryAfter()).isEqualTo(Duration.ofSeconds(2)));
		assertThat(this.other.run(() -> "done")).isEqualTo("done");
		await().ignoreExceptionsInstanceOf(WorkerAway.class)
			.untilAsserted(() -> assertThat(this.frozen.run(() -> "done")).isEqualTo("done"));
	}

	@Test
	void isNotToBlameForWhatIsWrongWithARequest() {
		for (int i = 0; i < 40; i++) {
			assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.frozen.run(() -> {
				throw new DuplicateKeyException("twice");
			}));
		}
		assertThat(this.frozen.run(() -> "done")).isEqualTo("done");
	}

	@ParameterizedTest
	@MethodSource
	void isNotToBlameForAPoolThatHasNoConnectionLeft(RuntimeException refused) {
		for (int i = 0; i < 40; i++) {
			assertThatExceptionOfType(refused.getClass()).isThrownBy(() -> this.frozen.run(() -> {
				throw refused;
			}));
		}
		assertThat(this.frozen.run(() -> "done")).isEqualTo("done");
	}

	static Stream<RuntimeException> isNotToBlameForAPoolThatHasNoConnectionLeft() {
		var full = new SQLTransientConnectionException("Connection is not available, request timed out");
		return Stream.of(new CannotGetJdbcConnectionException("no connection", full),
				new CannotCreateTransactionException("no transaction", full));
	}

	private Worker worker() {
		var properties = new ShardProperties(16, CONNECTIONS, Duration.ofMillis(100), Duration.ofSeconds(5));
		return new Worker(properties, this.breakers.circuitBreaker("worker-" + ++number, "worker"));
	}

	private String standStill() {
		this.arrived.release();
		try {
			this.thaw.await();
			return "done";
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String lost() {
		throw new DataAccessResourceFailureException("connection to the remote node failed");
	}

}
