package social.gateway.token;

import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** A request has more than one token: the gateway and others could each pick another. */
class TokenConflict extends Failure {

	TokenConflict() {
		super(HttpStatus.BAD_REQUEST, "token: more than one (expected: one, in X-Auth or in Authorization)");
	}

}
