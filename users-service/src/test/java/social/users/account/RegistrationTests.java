package social.users.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import social.users.Gateway;
import social.users.UsersTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** How a person comes to have an account. */
@UsersTest
class RegistrationTests {

	private static final Map<String, Object> ANNA = Map.of("first_name", "Анна", "second_name", "Осипова", "birthdate",
			"1994-05-17", "biography", "Горы, \"книги\", 🚲\n", "city", "Москва", "password", "Секретная строка");

	@Autowired
	Gateway gateway;

	@Autowired
	JdbcClient jdbc;

	private final List<String> brokenTables = new ArrayList<>();

	@AfterEach
	void mendTables() {
		this.brokenTables.forEach((table) -> this.jdbc.sql("drop trigger broken on " + table).update());
	}

	@Test
	void showsEverybodyWhatWasRegistered() {
		String id = Gateway.json(this.gateway.post("/user/register", ANNA)).path("user_id").asString();
		var profile = new HashMap<>(ANNA);
		profile.remove("password");
		profile.put("id", id);
		assertThat(this.gateway.get("/user/get/{id}", id)).hasStatusOk()
			.bodyJson()
			.convertTo(Map.class)
			.isEqualTo(profile);
	}

	@Test
	void leavesOutWhatWasLeftOut() {
		String id = this.gateway.register("Анна", "Осипова", "Секретная строка");
		assertThat(Gateway.json(this.gateway.get("/user/get/{id}", id)).propertyNames()).containsExactlyInAnyOrder("id",
				"first_name", "second_name");
	}

	@Test
	void keepsOnlyAnArgon2idHashOfThePassword() {
		String id = this.gateway.register("Анна", "Осипова", "Секретная строка");
		String row = this.jdbc.sql("select to_json(account)::text from account where id = cast(:id as uuid)")
			.param("id", id)
			.query(String.class)
			.single();
		assertThat(row).contains("{argon2}$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("Секретная");
	}

	@Test
	void givesLaterPeopleLargerIds() {
		String first = this.gateway.register("Анна", "Осипова", "Секретная строка");
		assertThat(this.gateway.register("Анна", "Осипова", "Секретная строка")).isGreaterThan(first);
	}

	@Test
	void takesThePasswordOfTheMostBytes() {
		String password = "🚲".repeat(128);
		String id = this.gateway.register("Анна", "Осипова", password);
		assertThat(this.gateway.login(id, password)).isNotEmpty();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void storesNothingOfABadField(String field, String json) {
		var registration = new HashMap<>(ANNA);
		registration.put(field, "replaced");
		long before = people();
		var answer = this.gateway.post("/user/register",
				JsonMapper.shared().writeValueAsString(registration).replace("\"replaced\"", json));
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(Gateway.json(answer).path("message").asString()).contains(field).contains("expected");
		assertThat(people()).isEqualTo(before);
	}

	static Stream<Arguments> storesNothingOfABadField() {
		return Stream
			.of(bad(List.of("first_name", "second_name", "biography", "city", "birthdate", "password"), "7", "true",
					"[\"Анна\"]", "{}", text("\\u0000"), text("Секрет\\u0000ная строка"),
					text("Секретная \\ud83d строка"), text("Секретная строка \\udeb2\\ud83d"), text("я".repeat(8_193))),
					bad(List.of("first_name", "second_name", "password"), "null", text(""), text(" \\t\\n       ")),
					bad(List.of("first_name", "second_name", "city"), text("я".repeat(101))),
					bad(List.of("password"), text("1234567"), text("🚲".repeat(7)), text("x".repeat(129))),
					bad(List.of("birthdate"), text(""), text(" "), text("1899-12-31"),
							text(LocalDate.now().plusDays(2)), text("1994-02-30"), text("17.05.1994"),
							text("1994-05-17T00:00:00"), text("+11994-05-17"), "[1994, 5, 17]", "19940517"))
			.flatMap((arguments) -> arguments);
	}

	@ParameterizedTest
	@MethodSource
	void storesNothingOfABadBody(String body) {
		long before = people();
		assertThat(this.gateway.post("/user/register", body)).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(people()).isEqualTo(before);
	}

	static List<String> storesNothingOfABadBody() {
		return List.of("", "{", "[]", "\"Анна\"", "null", "{}", "{\"first_name\":\"Анна\"}",
				"{\"first_name\":\"Анна\",\"first_name\":\"Анна\",\"second_name\":\"Осипова\",\"password\":\"12345678\"}");
	}

	@Test
	void leavesNothingBehindWhicheverPartCannotBeStored() {
		Map<String, Long> before = rows();
		this.gateway.post("/user/register", ANNA);
		Map<String, Long> after = rows();
		List<String> written = after.keySet()
			.stream()
			.filter((table) -> !Objects.equals(after.get(table), before.get(table)))
			.toList();
		assertThat(written).isNotEmpty();
		for (String table : written) {
			refuseRowsOf(table);
			assertThat(this.gateway.post("/user/register", ANNA)).hasStatus5xxServerError();
			assertThat(rows()).isEqualTo(after);
		}
	}

	private static Stream<Arguments> bad(List<String> fields, String... json) {
		return fields.stream().flatMap((field) -> Stream.of(json).map((value) -> arguments(field, value)));
	}

	private static String text(Object value) {
		return "\"" + value + "\"";
	}

	private long people() {
		return this.jdbc.sql("select count(*) from account").query(Long.class).single();
	}

	private Map<String, Long> rows() {
		var rows = new HashMap<String, Long>();
		this.jdbc.sql("select tablename from pg_tables where schemaname = current_schema()")
			.query(String.class)
			.list()
			.forEach((table) -> rows.put(table,
					this.jdbc.sql("select count(*) from " + table).query(Long.class).single()));
		return rows;
	}

	private void refuseRowsOf(String table) {
		this.jdbc.sql("""
				create or replace function refuse() returns trigger language plpgsql as
				'begin raise exception ''refused''; end'
				""").update();
		this.jdbc
			.sql("create trigger broken before insert on %s for each row execute function refuse()".formatted(table))
			.update();
		this.brokenTables.add(table);
	}

}
