package social.users.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import social.platform.passport.UserId;

/** A registered person. */
record Account(UserId id, Profile profile) {

	static Account read(ResultSet row, int number) throws SQLException {
		return new Account(new UserId(row.getObject("id", UUID.class)),
				new Profile(row.getString("first_name"), row.getString("second_name"),
						row.getObject("birthdate", LocalDate.class), row.getString("biography"),
						row.getString("city")));
	}

}
