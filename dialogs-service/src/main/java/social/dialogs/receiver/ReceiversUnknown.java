package social.dialogs.receiver;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/**
 * Whether the receiver exists can't be told now, because users-service does not answer.
 */
class ReceiversUnknown extends Failure {

	private static final long serialVersionUID = 1L;

	ReceiversUnknown(Duration retryAfter) {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Whether the receiver exists can't be told now", retryAfter);
	}

}
