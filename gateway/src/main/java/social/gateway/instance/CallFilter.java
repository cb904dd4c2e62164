package social.gateway.instance;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import social.gateway.edge.Destination;

/**
 * Leads each request to an instance of its service. Stands where the gateway's own load
 * balancer would, which looks up a dozen beans for each request and knows nothing of how
 * an instance does.
 */
@Component
@Order(ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER)
class CallFilter implements GlobalFilter {

	private final Instances instances;

	private final InstanceProperties properties;

	CallFilter(Instances instances, InstanceProperties properties) {
		this.instances = instances;
		this.properties = properties;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Destination destination = Destination.of(exchange);
		Service service = this.instances.of(destination.service());
		try {
			service.enter();
		}
		catch (BulkheadFullException ex) {
			return Mono.error(ex);
		}
		String scheme = destination.socket() ? "ws" : "http";
		return Mono.defer(() -> new Call(service, scheme, this.properties, exchange, chain).send())
			.doFinally((end) -> service.leave());
	}

}
