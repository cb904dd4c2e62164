package social.platform.failure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/** Something that a client is told in the API's error body; expected, so not logged. */
public abstract class Failure extends RuntimeException {

	private final HttpStatus status;

	private final @Nullable Duration retryAfter;

	/** A failure that asking again does not mend. */
	protected Failure(HttpStatus status, String message) {
		this(status, message, null);
	}

	/**
	 * A failure that passes.
	 * @param retryAfter when it makes sense to ask again, in whole seconds from 1
	 */
	protected Failure(HttpStatus status, String message, @Nullable Duration retryAfter) {
		super(message, null, false, false);
		this.status = status;
		this.retryAfter = retryAfter;
	}

	/** The status of the answer. */
	public HttpStatus status() {
		return this.status;
	}

	/** What the answer says in {@code Retry-After}, if anything. */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
