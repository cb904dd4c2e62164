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
 * Keeps from the services whatever a client could pass off as the gateway's own word.
 * <p>
 * Works on what leaves the gateway, by HTTP and as a WebSocket handshake alike, so no
 * route can go around it.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ClientHeaders implements HttpHeadersFilter {

	private static final Set<String> NAMES = Set.of("x-passport", "x-auth", "authorization", "forwarded");

	private static final Set<String> PREFIXES = Set.of("x-user-", "x-internal-", "x-forwarded-");

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		var headers = new HttpHeaders();
		input.forEach((name, values) -> {
			if (isHarmless(name.toLowerCase(Locale.ROOT))) {
				headers.addAll(name, values);
			}
		});
		headers.set(RequestIds.HEADER, RequestIds.of(exchange));
		return headers;
	}

	private static boolean isHarmless(String name) {
		// servers there are that read _ as -
		return name.indexOf('_') < 0 && !NAMES.contains(name) && PREFIXES.stream().noneMatch(name::startsWith);
	}

}
