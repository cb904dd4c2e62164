package social.websocket.socket;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import social.platform.passport.Passport;
import social.platform.passport.UserId;
import social.platform.request.RequestIds;

/**
 * Who opens a socket.
 *
 * @param user the user behind the passport
 * @param from the first news that the user wants to hear
 * @param expiry when the user's token ends, and the socket with it
 * @param requestId finds the handshake in every log
 */
record Guest(UserId user, long from, @Nullable Instant expiry, @Nullable String requestId) {

	/** The guest of the current request. */
	static Guest of(UserId user, long from, Passport passport) {
		return new Guest(user, from, passport.sessionExpiry(), RequestIds.current());
	}

}
