package social.websocket.socket;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** An ordinary request came to a path where only sockets are opened. */
class NotAWebSocket extends Failure {

	private static final long serialVersionUID = 1L;

	NotAWebSocket() {
		super(HttpStatus.BAD_REQUEST, "Upgrade: absent (expected: websocket)");
	}

}
