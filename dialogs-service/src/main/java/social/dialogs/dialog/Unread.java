package social.dialogs.dialog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import social.platform.passport.UserId;

/**
 * Counts what each of the two has not read, in the very transaction that changes it: the
 * count can't be wrong.
 */
@Repository
class Unread {

	private final JdbcClient jdbc;

	Unread(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Counts one more message for its receiver. */
	void add(Dialog dialog, UserId receiver) {
		this.jdbc.sql("""
				INSERT INTO unread (dialog_id, user_id, count) VALUES (:dialog, :user, 1)
				ON CONFLICT (dialog_id, user_id) DO UPDATE SET count = unread.count + 1
				""").param("dialog", dialog.id()).param("user", receiver.value()).update();
	}

}
