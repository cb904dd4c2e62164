package social.users.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import social.users.Gateway;
import social.users.UsersTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Registrations that are sent more than once. */
@UsersTest
class RepeatTests {

	private static final String PATH = "/user/register";

	private final String name = "Имя" + UUID.randomUUID();

	private final Map<String, Object> anna = Map.of("first_name", this.name, "second_name", "Осипова", "birthdate",
			"1994-05-17", "biography", "Горы\n", "city", "Москва", "password", "Секретная строка");

	private final String key = UUID.randomUUID().toString();

	@Autowired
	Gateway gateway;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	RegistrationKeys keys;

	@Test
	void makeOneAccountAndHaveOneAnswer() {
		String first = Gateway.text(this.gateway.post(PATH, this.anna, this.key));
		String second = Gateway.text(this.gateway.post(PATH, this.anna, this.key));
		assertThat(second).isEqualTo(first).contains("user_id");
		assertThat(accounts()).isEqualTo(1);
	}

	@Test
	void makeOneAccountThoughTheyComeAtOnce() throws Exception {
		List<Callable<String>> requests = Stream
			.generate(() -> (Callable<String>) () -> Gateway.text(this.gateway.post(PATH, this.anna, this.key)))
			.limit(8)
			.toList();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			assertThat(threads.invokeAll(requests).stream().map(Future::resultNow).collect(Collectors.toSet()))
				.hasSize(1)
				.allSatisfy((answer) -> assertThat(answer).contains("user_id"));
		}
		assertThat(accounts()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "first_name, Мария", "birthdate, 1994-05-18", "biography, Горы", "city, Казань",
			"password, Другая строка" })
	void areRefusedIfTheyAreNotTheSame(String field, String value) {
		this.gateway.post(PATH, this.anna, this.key);
		var other = new HashMap<>(this.anna);
		other.put(field, value);
		assertThat(this.gateway.post(PATH, other, this.key)).hasStatus(HttpStatus.CONFLICT);
		assertThat(accounts()).isEqualTo(1);
	}

	@Test
	void areNewPeopleWithoutAKeyOrWithAnother() {
		this.gateway.post(PATH, this.anna);
		this.gateway.post(PATH, this.anna);
		this.gateway.post(PATH, this.anna, this.key);
		assertThat(accounts()).isEqualTo(3);
	}

	@Test
	void areForgottenAfterADay() {
		this.gateway.post(PATH, this.anna, this.key);
		this.jdbc.sql("update registration_key set created_at = created_at - interval '24 hours'").update();
		assertThat(this.gateway.post(PATH, this.anna, this.key)).hasStatusOk();
		assertThat(accounts()).isEqualTo(2);
		this.jdbc.sql("update registration_key set created_at = created_at - interval '24 hours'").update();
		this.keys.prune();
		assertThat(this.jdbc.sql("select count(*) from registration_key").query(Long.class).single()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "ключ", "a b" })
	void areRefusedUnderAKeyThatIsNone(String bad) {
		assertThat(this.gateway.post(PATH, this.anna, bad)).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.gateway.post(PATH, this.anna, "x".repeat(129))).hasStatus(HttpStatus.BAD_REQUEST);
	}

	private long accounts() {
		return this.jdbc.sql("select count(*) from account where first_name = :name")
			.param("name", this.name)
			.query(Long.class)
			.single();
	}

}
