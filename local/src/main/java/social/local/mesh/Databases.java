package social.local.mesh;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import social.backing.Login;

/** One database for each service that keeps something, closed to all the others. */
record Databases(Wiring wiring) {

	private static final List<String> NAMES = Arrays.stream(Service.values())
		.map(Service::database)
		.flatMap(Optional::stream)
		.distinct()
		.toList();

	/** Makes those that are not there yet. */
	void create() {
		Login owner = this.wiring.owner(Plan.POSTGRES);
		try (Connection connection = DriverManager.getConnection(this.wiring.jdbcUrl("postgres"), owner.user(),
				owner.password()); Statement statement = connection.createStatement()) {
			for (String name : NAMES) {
				if (!exists(statement, name)) {
					create(statement, name, this.wiring.ownerOfDatabase(name));
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the databases can't be made", ex);
		}
	}

	private static boolean exists(Statement statement, String name) throws SQLException {
		try (ResultSet rows = statement
			.executeQuery("SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(name))) {
			return rows.next();
		}
	}

	private static void create(Statement statement, String name, Login login) throws SQLException {
		statement.execute("DROP ROLE IF EXISTS \"%s\"".formatted(login.user()));
		statement.execute("CREATE ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(login.user(), login.password()));
		statement.execute("CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(name, login.user()));
		statement.execute("REVOKE CONNECT ON DATABASE \"%s\" FROM PUBLIC".formatted(name));
	}

}
