package social.local.seed;

import java.sql.SQLException;

import social.local.process.Trouble;

/** The database refuses the crowd. */
public class NotLoaded extends Trouble {

	private static final long serialVersionUID = 1L;

	NotLoaded(SQLException cause) {
		super("the database refuses: " + cause.getMessage());
	}

}
