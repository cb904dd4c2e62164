package social.gateway.token;

import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/**
 * No key set was had yet, or no list of ended sessions: nobody can say whether a token is
 * good.
 */
class KeysUnknown extends Failure {

	KeysUnknown() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable");
	}

}
