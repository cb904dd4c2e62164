package social.gateway.edge;

import java.util.Locale;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A fact for which the gateway itself refuses a request. */
public abstract class Failure extends ResponseStatusException {

	private final HttpHeaders headers = new HttpHeaders();

	protected Failure(HttpStatus status, String message) {
		super(status, message);
	}

	/** Tells the client more than the body does. */
	protected void header(String name, String value) {
		this.headers.set(name, value);
	}

	/** What it is counted as: a word of ours, never of a client's. */
	protected String kind() {
		return getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	/**
	 * A refusal is no fault of ours: nobody reads its stack, and a flood would pay for
	 * it.
	 */
	@Override
	public Throwable fillInStackTrace() {
		return this;
	}

}
