package social.users.account;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.platform.passport.UserId;
import social.users.Gateway;
import social.users.UsersTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What guessing passwords costs. */
@UsersTest
class LoginFailuresTests {

	private static final String PASSWORD = "Секретная строка";

	@Autowired
	Gateway gateway;

	@Autowired
	LoginFailures failures;

	@Autowired
	JdbcClient jdbc;

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
	void costAQuarterOfAnHourAtMost() {
		UserId user = UserId.of(this.id);
		for (int time = 0; time < 60; time++) {
			this.failures.add(user);
		}
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
		for (int time = 0; time < 10; time++) {
			this.failures.add(UserId.of(this.id));
		}
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

	private void pass(Duration time) {
		this.jdbc.sql("update login_failure set last_at = last_at - make_interval(secs => :seconds)")
			.param("seconds", time.toSeconds())
			.update();
	}

}
