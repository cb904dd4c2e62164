package social.users.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import social.platform.passport.UserId;

/**
 * A refresh token that is being used, as the database knows it.
 *
 * @param session what it prolongs
 * @param user whose session that is
 * @param salt what the session mixes into its tokens
 * @param number its place among them
 * @param state whether it may be used
 */
record StoredToken(UUID session, UserId user, byte[] salt, int number, State state) {

	static StoredToken read(ResultSet row, int number) throws SQLException {
		return new StoredToken(row.getObject("session_id", UUID.class),
				new UserId(row.getObject("user_id", UUID.class)), row.getBytes("salt"), row.getInt("number"),
				State.valueOf(row.getString("state")));
	}

	/** Whether a token may be used. */
	enum State {

		/** For the first time. */
		FRESH,

		/** Again, as its answer may have been lost. */
		REPEATED,

		/** Not any more. */
		SPENT

	}

}
