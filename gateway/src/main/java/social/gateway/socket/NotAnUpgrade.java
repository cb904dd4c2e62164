package social.gateway.socket;

import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** A client asks for a socket as if it were a document. */
class NotAnUpgrade extends Failure {

	private static final long serialVersionUID = 1L;

	NotAnUpgrade() {
		super(HttpStatus.BAD_REQUEST, "Upgrade: none (expected: websocket)");
	}

}
