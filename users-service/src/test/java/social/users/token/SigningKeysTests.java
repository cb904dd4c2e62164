package social.users.token;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import social.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the keys come from. */
class SigningKeysTests {

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
	void areNotThoseOfAnotherInstallation() {
		assertThat(start(database("keys_here")).current()).isNotEqualTo(start(database("keys_there")).current());
	}

	@Test
	void signWithTheNewestAndPublishAll() {
		DataSource database = database("keys_two");
		String old = start(database).current();
		JdbcClient.create(database).sql("update signing_key set created_at = now() - interval '1 day'").update();
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

	private static SigningKeys start(DataSource database) {
		return new SigningKeys(JdbcClient.create(database),
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
