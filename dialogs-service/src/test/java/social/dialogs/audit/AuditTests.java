package social.dialogs.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.Passport;
import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

@DialogsTest
class AuditTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private JdbcClient jdbc;

	private UserId ann;

	private UserId bob;

	private UUID dialog;

	@BeforeEach
	void talk() {
		this.ann = this.users.register();
		this.bob = this.users.register();
		this.dialog = talk(this.bob);
	}

	@Test
	void findsNothingWherePeopleJustWroteAndRead() {
		this.api.read(this.bob, this.ann, "{\"seq\":2}");
		assertThat(differences()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					DELETE FROM message WHERE dialog_id = :dialog AND seq = 2          | 3 messages from 1 to 4 (expected: 4 from 1)
					DELETE FROM message WHERE dialog_id = :dialog AND seq = 1          | 3 messages from 2 to 4 (expected: 4 from 1)
					UPDATE dialog SET last_seq = 5 WHERE dialog_id = :dialog           | 4 messages from 1 to 4 (expected: 5 from 1)
					UPDATE unread SET count = count + 3 WHERE dialog_id = :dialog AND user_id = :bob | unread of :bob: 6 (expected: 3)
					UPDATE unread SET read_seq = 4 WHERE dialog_id = :dialog AND user_id = :ann      | unread of :ann: 1 (expected: 0)
					DELETE FROM unread WHERE dialog_id = :dialog AND user_id = :ann    | unread of :ann: -1 (expected: 0)
					DELETE FROM user_dialog WHERE dialog_id = :dialog AND user_id = :bob | list of :bob: no entry (expected: one with :ann)
					UPDATE user_dialog SET other_id = :bob WHERE dialog_id = :dialog AND user_id = :bob | list of :bob: no entry (expected: one with :ann)
					""")
	void findsWhatDoesNotAgree(String damage, String found) {
		this.jdbc.sql(damage)
			.param("dialog", this.dialog)
			.param("ann", this.ann.value())
			.param("bob", this.bob.value())
			.update();
		assertThat(differences()).contains(found.replace(":ann", "" + this.ann).replace(":bob", "" + this.bob));
	}

	@Test
	void grantsListsAMinute() {
		this.jdbc.sql("DELETE FROM user_dialog WHERE dialog_id = :dialog AND user_id = :bob")
			.param("dialog", this.dialog)
			.param("bob", this.bob.value())
			.update();
		last("now()");
		assertThat(differences()).isEmpty();
		last("now() - interval '61 seconds'");
		assertThat(differences()).hasSize(1);
	}

	@Test
	void walksThroughAllDialogsPageByPage() {
		var own = new ArrayList<>(List.of(this.dialog));
		for (int i = 0; i < 6; i++) {
			own.add(talk(this.users.register()));
		}
		var checked = new ArrayList<String>();
		String next = "";
		while (next != null) {
			String page = Api.body(audit("?limit=3" + (next.isEmpty() ? "" : "&after=" + next)));
			next = next(page);
			if (next != null) {
				assertThat(JsonPath.<Integer>read(page, "$.checked")).isEqualTo(3);
				assertThat(checked).doesNotContain(next);
				checked.add(next);
			}
		}
		assertThat(checked).isSorted().hasSizeGreaterThanOrEqualTo(own.size() / 3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=0", "limit=1001", "limit=x", "after=x" })
	void refusesPagesThatCanNotBe(String query) {
		assertThat(audit("?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void isNotForPeople() {
		assertThat(this.api.internal(Passport.GATEWAY, "/internal/dialogs/audit")).hasStatus(HttpStatus.FORBIDDEN);
	}

	private void last(String time) {
		this.jdbc.sql("UPDATE dialog SET listed = false, last_at = %s WHERE dialog_id = :dialog".formatted(time))
			.param("dialog", this.dialog)
			.update();
	}

	private UUID talk(UserId other) {
		this.api.send(this.ann, other, "раз");
		this.api.send(this.ann, other, "два");
		this.api.send(other, this.ann, "три");
		this.api.send(this.ann, other, "четыре");
		return this.jdbc.sql("SELECT dialog_id FROM user_dialog WHERE user_id = :other")
			.param("other", other.value())
			.query(UUID.class)
			.single();
	}

	private List<String> differences() {
		var before = new UUID(this.dialog.getMostSignificantBits(), this.dialog.getLeastSignificantBits() - 1);
		String page = Api.body(audit("?limit=1&after=" + before));
		assertThat(JsonPath.<Integer>read(page, "$.checked")).isEqualTo(1);
		assertThat(next(page)).isEqualTo(this.dialog.toString());
		assertThat(JsonPath.<List<String>>read(page, "$.differences[*].dialog_id"))
			.allMatch(this.dialog.toString()::equals);
		return JsonPath.read(page, "$.differences[*].what");
	}

	private MvcTestResult audit(String query) {
		return this.api.internal("mesh", "/internal/dialogs/audit" + query);
	}

	private static @Nullable String next(String page) {
		return JsonPath.<List<String>>read(page, "$[?(@.next)].next").stream().findFirst().orElse(null);
	}

}
