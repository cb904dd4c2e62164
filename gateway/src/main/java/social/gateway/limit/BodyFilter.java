package social.gateway.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import social.gateway.edge.EdgeFilter;

/**
 * Lets an address have only so many requests with a body under way: each takes one of the
 * places of its service from its first letter on, and a body may come as slowly as one
 * likes.
 */
@Component
@Order(1)
class BodyFilter implements EdgeFilter {

	private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

	private final ClientAddress addresses;

	private final int most;

	BodyFilter(ClientAddress addresses, LimitProperties properties) {
		this.addresses = addresses;
		this.most = properties.bodies();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!hasBody(exchange.getRequest().getHeaders())) {
			return chain.filter(exchange);
		}
		String address = this.addresses.of(exchange.getRequest());
		if (this.underWay.merge(address, 1, Integer::sum) > this.most) {
			leave(address);
			return Mono.error(new TooManyBodies(this.most));
		}
		return chain.filter(exchange).doFinally((end) -> leave(address));
	}

	private void leave(String address) {
		this.underWay.computeIfPresent(address, (key, count) -> (count > 1) ? count - 1 : null);
	}

	private static boolean hasBody(HttpHeaders headers) {
		return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
	}

}
