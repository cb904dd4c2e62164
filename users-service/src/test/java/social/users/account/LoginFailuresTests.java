package social.users.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import social.platform.passport.UserId;
import social.users.Gateway;
import social.users.UsersTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What guessing passwords costs. */
@UsersTest
class LoginFailuresTests {

	private static final String PASSWORD = "Секретная строка";

	@Autowired
	Gateway gateway;

	@Autowired
	Accounts accounts;

	@Autowired
	LoginFailures failures;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	private String id = "";

	@BeforeEach
	void register() {
		this.id = this.gateway.register("Анна", "Осипова", PASSWORD);
	}

	@Test
	void costNothingAFewTimesAndThenAPause() {
		for (int time = 0; time < 6; time++) {
			assertThat(login("wrong password")).hasStatus(HttpStatus.BAD_REQUEST);
		}
		assertThat(login(PASSWORD)).hasStatus(HttpStatus.TOO_MANY_REQUESTS).headers().hasValue("Retry-After", "1");
		pass(Duration.ofSeconds(1));
		assertThat(login("wrong password")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(login(PASSWORD)).hasStatus(HttpStatus.TOO_MANY_REQUESTS).headers().hasValue("Retry-After", "2");
		pass(Duration.ofSeconds(2));
		assertThat(login(PASSWORD)).hasStatusOk();
		assertThat(login("wrong password")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(login(PASSWORD)).hasStatusOk();
	}

	@Test
	void areNoMoreFreeAtOnceThanInARow() throws Exception {
		// a slow machine takes longer than the first pauses
		assertThat(loginsAtOnce("wrong password").get(400)).isBetween(6L, 9L);
	}

	@Test
	void letOneOfManyAtOncePassAfterAPause() throws Exception {
		fail(10);
		pass(Duration.ofSeconds(16));
		assertThat(loginsAtOnce("wrong password")).isEqualTo(Map.of(400, 1L, 429, 19L));
	}

	@Test
	void hideWhetherAGuessBesideThemWasRight() {
		CompletableFuture<MvcTestResult> guess = Objects.requireNonNull(this.transaction.execute((status) -> {
			this.accounts.lock(UserId.of(this.id));
			var begun = CompletableFuture.supplyAsync(() -> login(PASSWORD));
			await().until(this::somebodyWaitsForALock);
			fail(10);
			return begun;
		}));
		assertThat(guess.join()).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 5 })
	void stopNobodyOfManyWhoAreRightAtOnce(int before) throws Exception {
		fail(before);
		assertThat(loginsAtOnce(PASSWORD)).isEqualTo(Map.of(200, 20L));
	}

	@Test
	void costAQuarterOfAnHourAtMost() {
		UserId user = UserId.of(this.id);
		fail(60);
		assertThat(this.failures.wait(user)).isBetween(Duration.ofSeconds(899), Duration.ofMinutes(15));
		pass(Duration.ofMinutes(15).plusSeconds(1));
		assertThat(this.failures.wait(user)).isZero();
		this.failures.add(user);
		assertThat(this.failures.wait(user)).isZero();
		pass(Duration.ofMinutes(15).plusSeconds(1));
		this.failures.prune();
		assertThat(this.jdbc.sql("select count(*) from login_failure").query(Long.class).single()).isZero();
	}

	@Test
	void concernNobodyElse() {
		String other = this.gateway.register("Борис", "Ким", PASSWORD);
		fail(10);
		assertThat(this.gateway.login(other, PASSWORD)).isNotEmpty();
	}

	@Test
	void areFiveFreeUnlessSaidOtherwise() {
		var none = new MapConfigurationPropertySource(Map.of());
		assertThat(new Binder(none).bindOrCreate("login", LoginProperties.class))
			.isEqualTo(new LoginProperties(5, Duration.ofMinutes(15)));
		var some = new MapConfigurationPropertySource(Map.of("login.free", "3"));
		assertThat(new Binder(some).bind("login", LoginProperties.class).get().free()).isEqualTo(3);
	}

	private MvcTestResult login(String password) {
		return this.gateway.post("/login", Map.of("id", this.id, "password", password));
	}

	/** How many of twenty were answered with which status. */
	private Map<Integer, Long> loginsAtOnce(String password) throws Exception {
		List<Callable<Integer>> logins = Stream
			.generate(() -> (Callable<Integer>) () -> login(password).getResponse().getStatus())
			.limit(20)
			.toList();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return threads.invokeAll(logins)
				.stream()
				.map(Future::resultNow)
				.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		}
	}

	private boolean somebodyWaitsForALock() {
		return this.jdbc.sql("select exists(select from pg_locks where not granted)").query(Boolean.class).single();
	}

	private void fail(int times) {
		for (int time = 0; time < times; time++) {
			this.failures.add(UserId.of(this.id));
		}
	}

	private void pass(Duration time) {
		this.jdbc.sql("update login_failure set last_at = last_at - make_interval(secs => :seconds)")
			.param("seconds", time.toSeconds())
			.update();
	}

}
