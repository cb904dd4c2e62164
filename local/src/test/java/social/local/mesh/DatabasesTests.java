package social.local.mesh;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import social.backing.Login;
import social.local.process.Daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each service has a database of its own, over stops too, and reaches no other. */
class DatabasesTests {

	@TempDir
	private Path folder;

	@Test
	void areKeptAndApart() throws SQLException {
		Plan plan = Plan.make(Settings.isolated(this.folder, this.folder));
		var wiring = new Wiring(plan, new Secrets(this.folder.resolve("secrets")));
		var postgres = new Postgres(plan.places().getFirst(), wiring, this.folder.resolve("postgres"),
				new Daemon(this.folder.resolve("postgres.pid")));
		try {
			for (int start = 0; start < 2; start++) {
				postgres.start();
				for (String database : List.of("users", "posts", "dialogs")) {
					connect(wiring, database, database).close();
				}
				assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(wiring, "posts", "users"))
					.withMessageContaining("permission denied");
				postgres.stop();
				assertThat(postgres.state()).isEqualTo(State.STOPPED);
			}
		}
		finally {
			postgres.stop();
		}
	}

	private static Connection connect(Wiring wiring, String database, String service) throws SQLException {
		Login login = wiring.ownerOfDatabase(service);
		return DriverManager.getConnection(wiring.jdbcUrl(database), login.user(), login.password());
	}

}
