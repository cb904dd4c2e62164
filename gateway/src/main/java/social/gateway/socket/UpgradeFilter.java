package social.gateway.socket;

import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import social.gateway.edge.Destination;

/**
 * Upgrades where a socket is and nowhere else: the gateway would open one on any path,
 * before it knows whether the service does.
 */
@Component
@Order(0)
class UpgradeFilter implements GlobalFilter {

	private static final String SOCKET = "websocket";

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		if (Destination.of(exchange).socket()) {
			if (!SOCKET.equalsIgnoreCase(exchange.getRequest().getHeaders().getUpgrade())) {
				throw new NotAnUpgrade();
			}
			Offer.check(exchange.getRequest());
			var narrow = exchange.mutate().request(Offer.narrow(exchange.getRequest())).build();
			// what the log and the metrics shall say; a refusal sets its own
			exchange.getResponse().setStatusCode(HttpStatus.SWITCHING_PROTOCOLS);
			// the request has to end first: the limits of its time would go on, and cut
			// the socket of a client that only listens
			return exchange.getRequest()
				.getBody()
				.doOnNext(DataBufferUtils::release)
				.then(Mono.defer(() -> chain.filter(narrow)));
		}
		if (exchange.getRequest().getHeaders().getUpgrade() == null) {
			return chain.filter(exchange);
		}
		var plain = exchange.getRequest().mutate().headers((headers) -> headers.remove(HttpHeaders.UPGRADE)).build();
		return chain.filter(exchange.mutate().request(plain).build());
	}

}
