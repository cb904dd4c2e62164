package social.dialogs.shard;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets only so many wait for a connection; whoever comes then is refused at once.
 * <p>
 * While a worker is frozen its statements keep every connection for as long as they may
 * take. The pool alone would let any number of requests wait behind them.
 */
class Bulkhead extends DelegatingDataSource {

	private final Semaphore room;

	Bulkhead(DataSource pool, ShardProperties properties) {
		super(pool);
		this.room = new Semaphore(properties.waiting());
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (!this.room.tryAcquire()) {
			throw new SQLTransientConnectionException("Too many wait for a connection");
		}
		try {
			return super.getConnection();
		}
		finally {
			this.room.release();
		}
	}

}
