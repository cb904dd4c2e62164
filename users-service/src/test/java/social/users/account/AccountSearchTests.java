package social.users.account;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.users.Gateway;
import social.users.UsersTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is found by the beginnings of names. */
@UsersTest
class AccountSearchTests {

	@Autowired
	Gateway gateway;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	@AfterEach
	void removeEverybody() {
		this.jdbc.sql("truncate account cascade").update();
	}

	@ParameterizedTest
	@CsvSource({ "Конст, Оси", "Константин, Оси", "К, О", "конст, оси", "КОНСТ, ОСИ" })
	void findsByTheBeginningsOfBothNamesInAnyCase(String firstName, String lastName) {
		add("Константин", "Осипов");
		add("Константин", "Петров");
		add("Иван", "Осипов");
		add("Аконст", "Осипов");
		add("константин", "ОСИПЕНКО");
		assertThat(names(firstName, lastName)).containsExactlyInAnyOrder("Константин Осипов", "константин ОСИПЕНКО");
	}

	@ParameterizedTest
	@CsvSource({ "ё, ё, Ёлка Ёжикова", "élo, ø, Élodie Ørsted", "ЇЖ, ґ, Їжак Ґудзь", "anna-m, o', Anna-Maria O'Neill",
			"🚲, 🚲, 🚲 🚲" })
	void knowsTheLettersOfEveryAlphabet(String firstName, String lastName, String found) {
		add(found.split(" ")[0], found.split(" ")[1]);
		assertThat(names(firstName, lastName)).containsExactly(found);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "_", "\\", "%%", "a%", "a_", "a\\", "a_b", "a%c", "\\%", "*", ".", "(", "'", "\"" })
	void takesEverySignForALetter(String sign) {
		add("abc", "abc");
		assertThat(names(sign, "a")).isEmpty();
		assertThat(names("a", sign)).isEmpty();
		add(sign, sign);
		assertThat(names(sign, sign)).containsExactly(sign + " " + sign);
	}

	@Test
	void answersTheFirstHundredInOrderOfId() {
		IntStream.range(0, 150).forEach((number) -> add("Иван", "Иванов"));
		List<String> first = this.jdbc.sql("select id::text from account order by id limit 100")
			.query(String.class)
			.list();
		assertThat(found("и", "и").map((user) -> user.path("id").asString())).containsExactlyElementsOf(first);
	}

	@Test
	void neverShowsAPassword() {
		this.gateway.register("Иван", "Иванов", "Секретная строка");
		assertThat(found("и", "и")).singleElement()
			.satisfies((user) -> assertThat(user.propertyNames()).containsExactlyInAnyOrder("id", "first_name",
					"second_name"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\0", "и\0", "\u2003\t" })
	void answers400ForABadBeginning(String bad) {
		assertThat(search(bad, "и")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(search("и", bad)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void answers400ForABeginningThatIsTooLongOrAbsent() {
		assertThat(search("и", "я".repeat(101))).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.gateway.get("/user/search?first_name=и")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.gateway.get("/user/search?last_name=и")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	private void add(String firstName, String secondName) {
		this.jdbc.sql("""
				insert into account (id, first_name, second_name, password)
				values (gen_random_uuid(), :firstName, :secondName, 'none')
				""").param("firstName", firstName).param("secondName", secondName).update();
	}

	private List<String> names(String firstName, String lastName) {
		return found(firstName, lastName)
			.map((user) -> user.path("first_name").asString() + " " + user.path("second_name").asString())
			.toList();
	}

	private Stream<JsonNode> found(String firstName, String lastName) {
		return Gateway.json(search(firstName, lastName)).valueStream();
	}

	private MvcTestResult search(String firstName, String lastName) {
		return this.gateway.get("/user/search?first_name={first}&last_name={last}", firstName, lastName);
	}

}
