package social.platform.request;

import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id that one request keeps through HTTP, broker and log. */
public final class RequestIds {

	/** The HTTP header. */
	public static final String HEADER = "X-Request-Id";

	/** The key in the log's context, and the name of the broker's message header. */
	public static final String KEY = "request_id";

	// short enough for a log line, and nothing in it that could forge one
	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private RequestIds() {
	}

	/** The id of the request that this thread works for, if it works for one. */
	public static @Nullable String current() {
		return MDC.get(KEY);
	}

	/** As {@link #current()}, or a new id if this thread works for no request. */
	public static String currentOrNew() {
		String current = current();
		return (current != null) ? current : UUID.randomUUID().toString();
	}

	/**
	 * Does work in the name of a request; makes an id where there is none or a bad one.
	 */
	public static void run(@Nullable String requestId, Runnable work) {
		try (var context = open(requestId)) {
			work.run();
		}
	}

	static MDC.MDCCloseable open(@Nullable String requestId) {
		boolean usable = requestId != null && FORM.matcher(requestId).matches();
		return MDC.putCloseable(KEY, usable ? requestId : UUID.randomUUID().toString());
	}

}
