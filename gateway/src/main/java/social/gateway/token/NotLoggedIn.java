package social.gateway.token;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** A request needs a good token and has none. */
class NotLoggedIn extends Failure {

	private final String kind;

	private NotLoggedIn(String kind, String token) {
		super(HttpStatus.UNAUTHORIZED, "token: " + token + " (expected: one from POST /login)");
		header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		this.kind = kind;
	}

	static NotLoggedIn absent() {
		return new NotLoggedIn("token-absent", "absent");
	}

	/** Does not say what is wrong with it: that would help forgers only. */
	static NotLoggedIn refused() {
		return new NotLoggedIn("token-refused", "not valid, or not any more");
	}

	@Override
	protected String kind() {
		return this.kind;
	}

}
