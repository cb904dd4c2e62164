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
 * @param mark where the news stood: the first that is told live
 * @param since the last position the client has seen, if it was here before
 * @param session the login that the user's token stems from
 * @param expiry when the user's token ends, and the socket with it
 * @param requestId finds the handshake in every log
 */
record Guest(UserId user, long mark, @Nullable Long since, @Nullable String session, @Nullable Instant expiry,
		@Nullable String requestId) {

	/** The guest of the current request. */
	static Guest of(UserId user, long mark, @Nullable Long since, Passport passport) {
		return new Guest(user, mark, since, passport.sessionId(), passport.sessionExpiry(), RequestIds.current());
	}

}
