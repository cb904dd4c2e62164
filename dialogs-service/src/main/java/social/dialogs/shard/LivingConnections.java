package social.dialogs.shard;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Keeps a connection in the pool after an error that the server itself reported over it.
 * <p>
 * When Citus loses a worker, the coordinator reports an ERROR with SQLState 08006 or
 * 57P01, from which the pool would conclude that its connection to the healthy
 * coordinator is broken. After an ERROR the session lives on; FATAL and PANIC end it, and
 * a connection that really broke brings no server message at all.
 */
public class LivingConnections implements SQLExceptionOverride {

	@java.lang.Override // the interface has an Override of its own
	public Override adjudicate(SQLException ex) {
		return sessionLives(ex) ? Override.DO_NOT_EVICT : Override.CONTINUE_EVICT;
	}

	private static boolean sessionLives(SQLException ex) {
		ServerErrorMessage message = (ex instanceof PSQLException postgres) ? postgres.getServerErrorMessage() : null;
		return message != null && "ERROR".equals(message.getSeverity());
	}

}
