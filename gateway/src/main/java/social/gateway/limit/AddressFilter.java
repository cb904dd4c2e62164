package social.gateway.limit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import social.gateway.edge.EdgeFilter;

/**
 * Refuses an address that asks too often or by too many connections, before any work is
 * done for it: bad tokens and unknown paths count as well.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class AddressFilter implements EdgeFilter {

	private final ClientAddress addresses;

	private final ConnectionLimit connections;

	private final Limiter<String> limiter;

	AddressFilter(ClientAddress addresses, ConnectionLimit connections, SharedBuckets buckets,
			LimitProperties properties) {
		this.addresses = addresses;
		this.connections = connections;
		this.limiter = new Limiter<>("address", properties.address(), properties.remembered(), buckets);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (this.connections.isExceededBy(exchange.getRequest())) {
			return Mono.error(new TooManyConnections(this.connections.most()));
		}
		@Nullable Mono<Void> refusal = this.limiter.admit(this.addresses.of(exchange.getRequest()));
		return (refusal == null) ? chain.filter(exchange) : refusal.then(Mono.defer(() -> chain.filter(exchange)));
	}

}
