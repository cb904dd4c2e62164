package social.users.account;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import social.users.UsersTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What a search costs in a table that is far larger than a page. */
@UsersTest
class AccountSearchIndexTests {

	private static final int SMALL = 30_000;

	private static final int LARGE = 300_000;

	private static int pagesWhenSmall;

	@BeforeAll
	static void register(@Autowired JdbcClient jdbc) {
		jdbc.sql("truncate account cascade").update();
		add(jdbc);
		pagesWhenSmall = pages(plan(jdbc, "ан", "ив"));
		for (int people = SMALL; people < LARGE; people += SMALL) {
			add(jdbc);
		}
	}

	@AfterAll
	static void removeEverybody(@Autowired JdbcClient jdbc) {
		jdbc.sql("truncate account cascade").update();
	}

	@ParameterizedTest
	@CsvSource({ "а, и", "ан, ив", "анна, иванова1", "александр, иванов123", "яна, щ", "ы, ъ", "ааа, иии" })
	void walksTheIndexWhateverTheBeginnings(String firstName, String lastName, @Autowired JdbcClient jdbc) {
		assertThat(plan(jdbc, firstName, lastName).toString()).contains("\"Index Only Scan\"")
			.contains("\"account_initials\"")
			.doesNotContain("Seq Scan", "Bitmap", "\"Node Type\":\"Index Scan\",\"Parent Relationship\":\"Subquery\"");
	}

	@Test
	void readsNoMoreForAPageOfATableTenTimesAsLarge(@Autowired JdbcClient jdbc) {
		JsonNode plan = plan(jdbc, "ан", "ив");
		assertThat(plan.at("/0/Plan/Actual Rows").asInt()).isEqualTo(100);
		assertThat(pages(plan)).isLessThan(pagesWhenSmall * 3 / 2).isLessThan(1_000);
	}

	private static void add(JdbcClient jdbc) {
		jdbc.sql("""
				insert into account (id, first_name, second_name, password)
				select gen_random_uuid(),
				  (array['Анна', 'Андрей', 'Александр', 'Елена', 'Иван', 'Мария', 'Сергей', 'Яна'])[1 + number % 8],
				  (array['Иванов', 'Кузнецов', 'Смирнов', 'Щукин', 'Петров'])[1 + number % 5] || number % 1000,
				  'none'
				from generate_series(1, :people) number
				""").param("people", SMALL).update();
		jdbc.sql("vacuum analyze account").update();
	}

	private static JsonNode plan(JdbcClient jdbc, String firstName, String lastName) {
		return JsonMapper.shared()
			.readTree(jdbc.sql("explain (analyze, buffers, format json) " + AccountSearch.SQL)
				.param("firstName", firstName)
				.param("secondName", lastName)
				.query(String.class)
				.single());
	}

	private static int pages(JsonNode plan) {
		return plan.at("/0/Plan/Shared Hit Blocks").asInt() + plan.at("/0/Plan/Shared Read Blocks").asInt();
	}

}
