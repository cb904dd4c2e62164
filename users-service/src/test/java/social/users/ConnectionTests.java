package social.users;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@UsersTest
class ConnectionTests {

	private static final int CONNECTIONS = 10;

	private final List<Connection> taken = new ArrayList<>();

	@Autowired
	private DataSource database;

	@AfterEach
	void giveBack() throws SQLException {
		for (var connection : this.taken) {
			connection.close();
		}
	}

	@ParameterizedTest
	@CsvSource({ "plan_cache_mode, force_custom_plan", "idle_in_transaction_session_timeout, 10s",
			"tcp_keepalives_idle, 10", "tcp_keepalives_interval, 5", "tcp_keepalives_count, 3" })
	void areEachBoundByTheServerAlsoWhereSomethingWasMigrated(String setting, String value) throws SQLException {
		for (int i = 0; i < CONNECTIONS; i++) {
			this.taken.add(this.database.getConnection());
			assertThat(show(this.taken.getLast(), setting)).isEqualTo(value);
		}
	}

	private static String show(Connection connection, String setting) throws SQLException {
		try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery("SHOW " + setting)) {
			row.next();
			return row.getString(1);
		}
	}

}
