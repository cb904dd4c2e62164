package social.dialogs.dialog;

import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

@DialogsTest
class SendTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private JdbcClient jdbc;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
	}

	@Test
	void answersWithNothing() {
		assertThat(this.api.send(this.ann, this.bob, "Привет, как дела?")).hasStatusOk().bodyText().isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	void keepsTextAsItIs(String text) {
		assertThat(this.api.send(this.ann, this.bob, text)).hasStatusOk();
		assertThat(this.api.list(this.bob, this.ann)).bodyJson().extractingPath("$[0].text").isEqualTo(text);
	}

	static Stream<String> keepsTextAsItIs() {
		return Stream.of("ж".repeat(8192), "😀", "  spaces  ", "'); DROP TABLE message; --", "\\u0000 %s {} \n\t\r");
	}

	@ParameterizedTest
	@MethodSource
	void refusesWhatIsNoText(String body) {
		assertThat(this.api.sendBody(this.ann, this.bob, body)).hasStatus(HttpStatus.BAD_REQUEST);
		assertNothingStored();
	}

	static Stream<String> refusesWhatIsNoText() {
		return Stream.of("", "{", "[]", "\"text\"", "{}", text("null"), text("5"), text("true"), text("[\"a\"]"),
				text("{}"), text("\"\""), text("\" \\t\\n\""), text("\"a\\u0000b\""), text("\"\\ud800\""),
				text("\"\\udc00\\ud800\""), text("\"" + "a".repeat(16_385) + "\""),
				text("\"" + "ж".repeat(8193) + "\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bob", "1-1-1-1-1", "1d535fd6-7521-4cb1-aa6d-031be7123c4d-" })
	void refusesWhatIsNoUser(String receiver) {
		assertThat(this.api.sendBody(this.ann, receiver, text("\"Привет\""))).hasStatus(HttpStatus.BAD_REQUEST);
		assertNothingStored();
	}

	@Test
	void refusesOneself() {
		assertThat(this.api.send(this.ann, this.ann, "Привет")).hasStatus(HttpStatus.BAD_REQUEST);
		assertNothingStored();
	}

	@Test
	void storesNothingForNobody() {
		assertThat(this.api.sendBody(this.ann, UUID.randomUUID(), text("\"Привет\""))).hasStatus(HttpStatus.NOT_FOUND);
		assertNothingStored();
	}

	@Test
	void putsTheDialogIntoTheListsOfBoth() {
		this.api.send(this.ann, this.bob, "один");
		this.api.send(this.bob, this.ann, "два");
		assertThat(this.jdbc.sql("SELECT other_id FROM user_dialog WHERE user_id IN (:ann, :bob)")
			.param("ann", this.ann.value())
			.param("bob", this.bob.value())
			.query((row, number) -> UserId.of(row.getString("other_id")))
			.list()).containsExactlyInAnyOrder(this.bob, this.ann);
	}

	private void assertNothingStored() {
		for (String sql : new String[] { "SELECT count(*) FROM message WHERE from_id = :ann",
				"SELECT count(*) FROM dialog WHERE :ann IN (user_lo, user_hi)",
				"SELECT count(*) FROM user_dialog WHERE :ann IN (user_id, other_id)" }) {
			assertThat(this.jdbc.sql(sql).param("ann", this.ann.value()).query(Long.class).single()).isZero();
		}
	}

	private static String text(String json) {
		return "{\"text\":" + json + "}";
	}

}
