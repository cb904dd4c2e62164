package social.local.seed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.postgresql.PGConnection;

/** Brings rows into their table in pieces; what is there already stays as it is. */
final class Load {

	private static final int PIECE = 20_000;

	private final Connection connection;

	private final Rows rows;

	Load(Connection connection, Rows rows) {
		this.connection = connection;
		this.rows = rows;
	}

	/**
	 * Loads all of them.
	 * @return how many are new
	 */
	long run(Bar bar) throws SQLException, IOException {
		this.connection.setAutoCommit(false);
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("CREATE TEMP TABLE piece ON COMMIT DELETE ROWS AS SELECT %s FROM %s WITH NO DATA"
				.formatted(this.rows.columns(), this.rows.table()));
			long added = 0;
			for (long from = 0; from < this.rows.count(); from += PIECE) {
				long to = Math.min(from + PIECE, this.rows.count());
				added += load(statement, from, to);
				bar.at(to);
			}
			statement.execute("ANALYZE " + this.rows.table());
			this.connection.commit();
			return added;
		}
	}

	private long load(Statement statement, long from, long to) throws SQLException, IOException {
		byte[] text = LongStream.range(from, to)
			.mapToObj(this.rows::row)
			.collect(Collectors.joining("\n"))
			.getBytes(StandardCharsets.UTF_8);
		this.connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn("COPY piece FROM STDIN", new ByteArrayInputStream(text));
		long added = statement
			.executeLargeUpdate("INSERT INTO %1$s (%2$s) SELECT %2$s FROM piece ON CONFLICT DO NOTHING"
				.formatted(this.rows.table(), this.rows.columns()));
		this.connection.commit();
		return added;
	}

}
