package social.gateway.edge;

import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/** The id that one request keeps through the gateway, the services and every log. */
public final class RequestIds {

	/** The HTTP header. */
	public static final String HEADER = "X-Request-Id";

	/** The key in the log's context. */
	static final String KEY = "request_id";

	// short enough for a log line, and nothing in it that could forge one
	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private static final String ATTRIBUTE = RequestIds.class.getName();

	private RequestIds() {
	}

	/** The id of this request. */
	public static String of(ServerWebExchange exchange) {
		return (String) exchange.getAttributes().computeIfAbsent(ATTRIBUTE, (name) -> {
			String given = exchange.getRequest().getHeaders().getFirst(HEADER);
			return takeOver(given);
		});
	}

	/** The given id if it is a good one, else a new one. */
	static String takeOver(@Nullable String given) {
		return (given != null && FORM.matcher(given).matches()) ? given : UUID.randomUUID().toString();
	}

}
