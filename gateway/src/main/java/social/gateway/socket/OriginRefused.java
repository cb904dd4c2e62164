package social.gateway.socket;

import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** A page of somebody else wants to open a socket. */
class OriginRefused extends Failure {

	private static final long serialVersionUID = 1L;

	OriginRefused() {
		super(HttpStatus.FORBIDDEN, "Origin: not welcome (expected: one that this gateway knows)");
	}

}
