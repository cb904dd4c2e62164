package social.dialogs.dialog;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

@DialogsTest
class RoutingTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private JdbcTemplate jdbc;

	private Dialog dialog;

	private List<String> hot;

	@BeforeEach
	void talk() {
		UserId ann = this.users.register();
		UserId bob = this.users.register();
		this.dialog = Dialog.between(ann, bob);
		this.api.send(ann, bob, "first");
		try (var statements = new Statements()) {
			assertThat(this.api.send(bob, ann, "second")).hasStatusOk();
			assertThat(this.api.list(ann, bob)).hasStatusOk();
			assertThat(this.api.list(bob, ann, "?limit=10&cursor=2")).hasStatusOk();
			assertThat(this.api.read(ann, bob, "{\"seq\":2}")).hasStatusOk();
			this.hot = statements.executed();
		}
	}

	@Test
	void everyHotStatementSaysWhichDialogItIsAbout() {
		assertThat(this.hot).hasSize(7)
			.allSatisfy((sql) -> assertThat(sql).contains("dialog_id")
				.contains("'" + this.dialog.id() + "'")
				.doesNotContain("user_dialog"));
	}

	@Test
	@EnabledIfEnvironmentVariable(named = "CITUS_URL", matches = "jdbc:.*")
	void everyHotStatementIsOneTaskOnCitus() {
		assertThat(this.hot)
			.allSatisfy((sql) -> assertThat(this.jdbc.queryForList("EXPLAIN " + sql, String.class)).map(String::strip)
				.contains("Task Count: 1"));
	}

}
