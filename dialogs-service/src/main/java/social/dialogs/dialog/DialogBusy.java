package social.dialogs.dialog;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import social.platform.failure.Failure;

/** So many change a dialog that one more would have to wait too long. */
class DialogBusy extends Failure {

	private static final long serialVersionUID = 1L;

	DialogBusy() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Too many write into this dialog at once", Duration.ofSeconds(1));
	}

}
