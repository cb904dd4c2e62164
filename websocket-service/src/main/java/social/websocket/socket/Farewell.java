package social.websocket.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;

/**
 * Why the server ends a socket. The codes are those that pass the gateway unchanged; 1012
 * and 1013 do not.
 */
public enum Farewell {

	/** This instance stops. */
	GOING_AWAY(1001, "This instance stops: connect again"),

	/** The client sent what nobody reads. */
	NOT_TEXT(1003, "Binary messages are not understood"),

	/** Whom the user follows can't be told. */
	FRIENDS_UNKNOWN(1011, "Your friends can't be told now: connect again"),

	/** Changes are missing, so what follows would be wrong. */
	LOST_TRACK(1011, "Posts may have been missed: connect again"),

	/** What was missed can't be told. */
	NO_REPLAY(1011, "What you missed can't be told now: connect again"),

	/** The token with which the socket was opened has ended. */
	TOKEN_EXPIRED(4401, "The token has expired"),

	/** The user has logged out. */
	SESSION_ENDED(4401, "The session has ended"),

	/** Nobody seems to be there any more. */
	NO_PONG(4408, "Pings were not answered"),

	/** The client reads more slowly than its friends write. */
	TOO_SLOW(4413, "Too much is waiting to be read: connect again");

	private final CloseReason reason;

	Farewell(int code, String phrase) {
		this.reason = new CloseReason(CloseCodes.getCloseCode(code), phrase);
	}

	/** Whether its user may be told nothing more, whatever waits. */
	boolean isAtOnce() {
		return this == TOKEN_EXPIRED || this == SESSION_ENDED;
	}

	CloseReason reason() {
		return this.reason;
	}

}
