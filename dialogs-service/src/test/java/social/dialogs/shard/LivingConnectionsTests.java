package social.dialogs.shard;

import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import social.dialogs.DialogsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DialogsTest
class LivingConnectionsTests {

	@Autowired
	private DataSource database;

	private HikariDataSource single;

	private JdbcClient jdbc;

	@BeforeEach
	void poolOfOne() throws SQLException {
		var config = new HikariConfig();
		this.database.unwrap(HikariDataSource.class).copyStateTo(config);
		config.setPoolName("single");
		config.setMaximumPoolSize(1);
		this.single = new HikariDataSource(config);
		this.jdbc = JdbcClient.create(this.single);
	}

	@AfterEach
	void close() {
		this.single.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "08006", "57P01" })
	void keepsAConnectionOverWhichALostWorkerIsReported(String state) {
		int backend = backend();
		for (int i = 0; i < 40; i++) {
			assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> this.jdbc.sql("""
					DO $$ BEGIN
					RAISE 'connection to the remote node dialogs@worker:5432 failed' USING ERRCODE = '%s';
					END $$
					""".formatted(state)).update());
		}
		assertThat(backend()).isEqualTo(backend);
	}

	@Test
	void givesUpAConnectionWhoseSessionEnded() {
		int backend = backend();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("SELECT pg_terminate_backend(pg_backend_pid())").query().singleValue());
		assertThat(backend()).isNotEqualTo(backend);
	}

	private int backend() {
		return this.jdbc.sql("SELECT pg_backend_pid()").query(Integer.class).single();
	}

}
