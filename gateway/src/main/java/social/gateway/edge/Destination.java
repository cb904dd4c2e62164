package social.gateway.edge;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;

/**
 * Where a request goes, once a route is chosen.
 *
 * @param service the service's name
 * @param socket whether it goes there as a WebSocket
 */
public record Destination(String service, boolean socket) {

	private static final String SOCKET = "ws:";

	// as many as there are services
	private static final Map<URI, Destination> known = new ConcurrentHashMap<>();

	/** The destination of a request that has a route. */
	public static Destination of(ServerWebExchange exchange) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return of(route.getUri());
	}

	/** Reads {@code lb://service} and {@code lb:ws://service}, as routes have them. */
	public static Destination of(URI uri) {
		return known.computeIfAbsent(uri, Destination::read);
	}

	private static Destination read(URI uri) {
		boolean socket = uri.getSchemeSpecificPart().startsWith(SOCKET);
		return new Destination((socket ? URI.create(uri.getSchemeSpecificPart()) : uri).getHost(), socket);
	}

}
