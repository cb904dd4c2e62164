package social.gateway.token;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** A request needs a good token and has none. */
class NotLoggedIn extends Failure {

	private final String kind;

	private NotLoggedIn(String kind, String message) {
		super(HttpStatus.UNAUTHORIZED, message);
		header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		this.kind = kind;
	}

	static NotLoggedIn absent() {
		return new NotLoggedIn("token-absent", "token: absent (expected: one from POST /login)");
	}

	/** Does not say what is wrong with it: that would help forgers only. */
	static NotLoggedIn refused() {
		return new NotLoggedIn("token-refused", "token: not valid, or not any more (expected: one from POST /login)");
	}

	/** The same of a ticket. */
	static NotLoggedIn ticketRefused() {
		return new NotLoggedIn("ticket-refused",
				"ticket: not valid, or not any more (expected: one from POST /ws/ticket)");
	}

	@Override
	protected String kind() {
		return this.kind;
	}

}
