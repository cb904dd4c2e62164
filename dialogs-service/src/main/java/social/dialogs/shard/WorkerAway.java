package social.dialogs.shard;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** The worker that holds the dialog does not answer; the others do. */
class WorkerAway extends Failure {

	private static final long serialVersionUID = 1L;

	WorkerAway(Duration retryAfter) {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Where this dialog is kept, nobody answers now", retryAfter);
	}

}
