package social.users.session;

import java.util.UUID;

import social.platform.passport.UserId;

/** What comes of a refresh token. */
sealed interface Renewal {

	/** The session goes on. */
	record Renewed(UserId user, UUID session, RefreshToken token) implements Renewal {
	}

	/** A spent token was used again: somebody has it who should not. The session ends. */
	record Reused(UUID session) implements Renewal {
	}

	/** Nothing is known of the token, or not any more. */
	record Unknown() implements Renewal {
	}

}
