package social.users.token;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import social.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Where the keys come from. */
class SigningKeysTests {

	private static final SigningProperties SLOWLY = new SigningProperties(Duration.ofSeconds(10),
			Duration.ofSeconds(60), Duration.ofSeconds(60));

	@Test
	void areTheSameForInstancesThatStartAtOnce() throws Exception {
		DataSource database = database("keys_at_once");
		List<Callable<String>> starts = Stream.generate(() -> (Callable<String>) () -> start(database).current())
			.limit(4)
			.toList();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			assertThat(threads.invokeAll(starts).stream().map(Future::resultNow).distinct()).hasSize(1);
		}
		assertThat(start(database).all().getKeys()).hasSize(1);
	}

	@Test
	void areTheSameAfterARestart() {
		DataSource database = database("keys_restart");
		assertThat(start(database).all()).isEqualTo(start(database).all());
	}

	@Test
	void keepNoConnectionWhenTheyAreReadAgain() {
		DataSource database = database("keys_again");
		SigningKeys keys = start(database);
		for (int time = 0; time < 20; time++) {
			keys.reload();
		}
		var connections = JdbcClient.create(database)
			.sql("select count(*) from pg_stat_activity where datname = current_database()");
		await().untilAsserted(() -> assertThat(connections.query(Long.class).single()).isEqualTo(1));
	}

	@Test
	void areNotThoseOfAnotherInstallation() {
		assertThat(start(database("keys_here")).current()).isNotEqualTo(start(database("keys_there")).current());
	}

	@Test
	void signWithTheNewestAndPublishAll() {
		DataSource database = database("keys_two");
		String old = start(database).current();
		JdbcClient.create(database).sql("update signing_key set signs_from = now() - interval '1 day'").update();
		String added = start(database("keys_donor")).current();
		String jwk = JdbcClient.create(database("keys_donor"))
			.sql("select jwk from signing_key")
			.query(String.class)
			.single();
		JdbcClient.create(database)
			.sql("insert into signing_key (kid, jwk) values (:kid, :jwk)")
			.param("kid", added)
			.param("jwk", jwk)
			.update();
		assertThat(start(database).current()).isEqualTo(added);
		assertThat(start(database).all().getKeys()).extracting("keyID").containsExactly(added, old);
	}

	@Test
	void signLaterThanTheyArePublishedAndRetireAfterTheirTokens() {
		DataSource database = database("keys_rotate");
		SigningKeys here = start(database);
		SigningKeys there = start(database);
		String old = here.current();
		String fresh = here.rotate();
		there.reload();
		assertThat(List.of(here.current(), there.current())).containsOnly(old);
		assertThat(there.all().getKeys()).extracting("keyID").containsExactly(old, fresh);
		pass(database, Duration.ofSeconds(61));
		there.reload();
		assertThat(there.current()).isEqualTo(fresh);
		assertThat(there.all().getKeys()).extracting("keyID").containsExactly(fresh, old);
		pass(database, Duration.ofMinutes(31).plusSeconds(8));
		there.reload();
		assertThat(there.all().getKeys()).extracting("keyID").containsExactly(fresh, old);
		pass(database, Duration.ofSeconds(2));
		there.reload();
		assertThat(there.all().getKeys()).extracting("keyID").containsExactly(fresh);
	}

	@Test
	void areAllReplacedAtOnceIfSomebodyElseHasThem() {
		DataSource database = database("keys_replace");
		SigningKeys keys = start(database);
		keys.rotate();
		String fresh = keys.replace();
		assertThat(keys.current()).isEqualTo(fresh);
		assertThat(keys.all().getKeys()).hasSize(1);
	}

	@Test
	void stayWhenTheDatabaseIsAway() {
		SigningKeys keys = start(database("keys_away"));
		String current = keys.current();
		Backing.postgres().stop();
		keys.reload();
		Backing.postgres().start();
		assertThat(keys.current()).isEqualTo(current);
	}

	@Test
	void areChangedSlowlyUnlessSaidOtherwise() {
		var none = new MapConfigurationPropertySource(Map.of());
		assertThat(new Binder(none).bindOrCreate("signing", SigningProperties.class)).isEqualTo(SLOWLY);
		var some = new MapConfigurationPropertySource(Map.of("signing.ahead", "5s"));
		assertThat(new Binder(some).bind("signing", SigningProperties.class).get().ahead())
			.isEqualTo(Duration.ofSeconds(5));
	}

	private static void pass(DataSource database, Duration time) {
		JdbcClient.create(database).sql("""
				update signing_key set signs_from = signs_from - make_interval(secs => :seconds),
				  retires_at = retires_at - make_interval(secs => :seconds)
				""").param("seconds", time.toSeconds()).update();
	}

	private static SigningKeys start(DataSource database) {
		return new SigningKeys(new StoredKeys(JdbcClient.create(database)), SLOWLY,
				new TokenProperties(Duration.ofMinutes(30)),
				new TransactionTemplate(new DataSourceTransactionManager(database)));
	}

	private static DataSource database(String name) {
		Backing.createDatabase(name);
		var database = new DriverManagerDataSource(
				"jdbc:postgresql://127.0.0.1:%d/%s".formatted(Backing.postgres().port(), name), Backing.LOGIN.user(),
				Backing.LOGIN.password());
		Flyway.configure().dataSource(database).load().migrate();
		return database;
	}

}
