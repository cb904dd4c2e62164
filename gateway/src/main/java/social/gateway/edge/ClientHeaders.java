package social.gateway.edge;

import java.util.Locale;
import java.util.Set;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Keeps from the services what was meant for the gateway alone, and whatever a client
 * could pass off as the gateway's own word.
 * <p>
 * Works on what leaves the gateway, by HTTP and as a WebSocket handshake alike, so no
 * route can go around it. All is done in one copy, which those after it may change.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ClientHeaders implements HttpHeadersFilter {

	private static final Set<String> NAMES = Set.of("x-passport", "x-auth", "authorization", "forwarded");

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		var headers = new HttpHeaders();
		Set<String> hop = HopHeaders.of(input);
		input.forEach((name, values) -> {
			String small = name.toLowerCase(Locale.ROOT);
			if (!hop.contains(small) && isHarmless(small)) {
				headers.addAll(name, values);
			}
		});
		if (input.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
			// two lengths are how one request is made to look like two
			headers.remove(HttpHeaders.CONTENT_LENGTH);
		}
		headers.set(RequestIds.HEADER, RequestIds.of(exchange));
		return headers;
	}

	private static boolean isHarmless(String name) {
		// servers there are that read _ as -
		return name.indexOf('_') < 0 && !NAMES.contains(name) && !(name.startsWith("x-") && (name.startsWith("user-", 2)
				|| name.startsWith("internal-", 2) || name.startsWith("forwarded-", 2)));
	}

}
