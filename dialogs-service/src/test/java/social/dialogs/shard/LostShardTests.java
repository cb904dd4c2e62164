package social.dialogs.shard;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DialogsTest
@TestPropertySource(properties = { "dialogs.list.repair=1s", "dialogs.list.patience=100ms" })
@DisabledIfEnvironmentVariable(named = "CITUS_URL", matches = ".+", disabledReason = "Citus spreads no triggers")
class LostShardTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private JdbcClient jdbc;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void loseTheShardWithAnn() {
		// the lower one: her list comes first
		this.ann = new UserId(new UUID(0, RandomGenerator.getDefault().nextLong()));
		this.users.register(this.ann);
		this.bob = this.users.register();
		// what the coordinator says when the worker that holds the rows is gone
		this.jdbc.sql("""
				CREATE FUNCTION lost() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
				RAISE 'connection to the remote node dialogs@worker:5432 failed' USING ERRCODE = '08006';
				END $$
				""").update();
		this.jdbc.sql("""
				CREATE TRIGGER lost BEFORE INSERT ON message FOR EACH ROW
				WHEN (NEW.from_id = '%s') EXECUTE FUNCTION lost()
				""".formatted(this.ann)).update();
		this.jdbc.sql("""
				CREATE TRIGGER lost BEFORE INSERT ON user_dialog FOR EACH ROW
				WHEN (NEW.user_id = '%s') EXECUTE FUNCTION lost()
				""".formatted(this.ann)).update();
	}

	@AfterEach
	void findIt() {
		this.jdbc.sql("DROP FUNCTION IF EXISTS lost CASCADE").update();
	}

	@Test
	void costsOnlyItsDialogsUntilItIsBack() {
		UserId carl = this.users.register();
		var refused = this.api.send(this.ann, this.bob, "Привет");
		assertThat(refused).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader(HttpHeaders.RETRY_AFTER, "1");
		assertThat(this.api.send(carl, this.bob, "Привет")).hasStatusOk();
		findIt();
		assertThat(this.api.send(this.ann, this.bob, "Привет")).hasStatusOk();
		assertThat(this.api.list(this.ann, this.bob)).bodyJson()
			.extractingPath("$[*].seq")
			.asArray()
			.containsExactly(1);
	}

	@Test
	void isNotInTheWayOfAMessageWhoseListsItHolds() {
		assertThat(this.api.send(this.bob, this.ann, "Привет")).hasStatusOk();
		assertThat(this.api.dialogs(this.ann, "")).bodyText().isEqualTo("[]");
		assertThat(this.api.list(this.ann, this.bob)).bodyJson().extractingPath("$.length()").isEqualTo(1);
		findIt();
		await().untilAsserted(() -> assertThat(this.api.dialogs(this.ann, "")).bodyJson()
			.extractingPath("$[*].user_id")
			.asArray()
			.containsExactly(this.bob.toString()));
	}

	@Test
	void isNotInTheWayOfTheListOfTheOtherOne() {
		assertThat(this.api.send(this.bob, this.ann, "Привет")).hasStatusOk();
		await().untilAsserted(() -> assertThat(others(this.bob)).containsExactly(this.ann.toString()));
		assertThat(others(this.ann)).isEmpty();
	}

	@Test
	void isNotInTheWayOfOtherDialogsThatWaitToBeListed() {
		assertThat(this.api.send(this.bob, this.ann, "Привет")).hasStatusOk();
		UserId carl = this.users.register();
		assertThat(this.api.send(this.bob, carl, "Привет")).hasStatusOk();
		this.jdbc.sql("DELETE FROM user_dialog WHERE user_id = :carl").param("carl", carl.value()).update();
		this.jdbc.sql("UPDATE dialog SET listed = false WHERE :carl IN (user_lo, user_hi)")
			.param("carl", carl.value())
			.update();
		await().untilAsserted(() -> assertThat(others(carl)).containsExactly(this.bob.toString()));
	}

	@Test
	void isMadeGoodByTheNextMessage() {
		this.api.send(this.bob, this.ann, "Привет");
		findIt();
		this.api.send(this.bob, this.ann, "Ты где?");
		assertThat(this.api.dialogs(this.ann, "")).bodyJson().extractingPath("$.length()").isEqualTo(1);
		assertThat(this.api.dialogs(this.bob, "")).bodyJson().extractingPath("$.length()").isEqualTo(1);
	}

	private List<String> others(UserId user) {
		return JsonPath.read(Api.body(this.api.dialogs(user, "")), "$[*].user_id");
	}

}
