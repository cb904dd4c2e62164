package social.gateway.token;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** A request needs a good token and has none. */
class NotLoggedIn extends Failure {

	private NotLoggedIn(String token) {
		super(HttpStatus.UNAUTHORIZED, "token: " + token + " (expected: one from POST /login)");
		header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
	}

	static NotLoggedIn absent() {
		return new NotLoggedIn("absent");
	}

	/** Does not say what is wrong with it: that would help forgers only. */
	static NotLoggedIn refused() {
		return new NotLoggedIn("not valid, or not any more");
	}

}
