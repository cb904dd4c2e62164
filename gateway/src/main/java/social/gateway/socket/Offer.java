package social.gateway.socket;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What a client asks of a socket. */
final class Offer {

	static final String PROTOCOL = "Sec-WebSocket-Protocol";

	// what websocket-service speaks
	private static final String OTUS_V2 = "otus.v2";

	private static final String TICKET = "ticket=";

	private Offer() {
	}

	/**
	 * Leaves of the offered protocols the one that the service speaks: a handshake fails
	 * whose offers it passes over, though the client may go on without any.
	 */
	static ServerHttpRequest narrow(ServerHttpRequest request) {
		boolean known = request.getHeaders()
			.getOrDefault(PROTOCOL, List.of())
			.stream()
			.flatMap((offers) -> Arrays.stream(offers.split(",")))
			.anyMatch((offer) -> offer.strip().equals(OTUS_V2));
		return request.mutate()
			.uri(withoutTicket(request.getURI()))
			.headers((headers) -> choose(headers, known))
			.build();
	}

	/** It is spent, and nobody's business. */
	private static URI withoutTicket(URI uri) {
		String query = uri.getRawQuery();
		if (query == null || !query.contains(TICKET)) {
			return uri;
		}
		String rest = Arrays.stream(query.split("&"))
			.filter((parameter) -> !parameter.startsWith(TICKET))
			.collect(Collectors.joining("&"));
		String whole = uri.toString();
		return URI.create(whole.substring(0, whole.indexOf('?')) + (rest.isEmpty() ? "" : "?" + rest));
	}

	/**
	 * Refuses a position that is none, which the service could do only after the upgrade.
	 */
	static void check(ServerHttpRequest request) {
		request.getQueryParams().getOrDefault("since", List.of()).forEach((since) -> {
			if (!isPosition(since)) {
				throw new NotAPosition(since);
			}
		});
	}

	private static void choose(HttpHeaders headers, boolean known) {
		headers.remove(PROTOCOL);
		if (known) {
			headers.set(PROTOCOL, OTUS_V2);
		}
	}

	private static boolean isPosition(String since) {
		try {
			return Long.parseLong(since) >= 0;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

}
