package social.gateway.route;

import java.io.IOException;

import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** The client's connection broke within a body, which is no fault of its service. */
class ClientLeft extends Failure {

	private static final long serialVersionUID = 1L;

	ClientLeft(IOException broken) {
		super(HttpStatus.BAD_REQUEST, "body: broke off");
		initCause(broken);
	}

}
