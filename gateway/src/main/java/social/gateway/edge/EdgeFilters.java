package social.gateway.edge;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * All steps before the route as one filter of the framework, which would put a stream and
 * a checkpoint with a name around each of them, for each request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EdgeFilters implements WebFilter {

	private final ApplicationContext gateway;

	private final EdgeFilter[] filters;

	EdgeFilters(ApplicationContext gateway, List<EdgeFilter> filters) {
		this.gateway = gateway;
		this.filters = filters.toArray(EdgeFilter[]::new);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (exchange.getApplicationContext() != this.gateway) {
			return actuator(exchange, chain);
		}
		return new Step(0, chain).filter(exchange);
	}

	/**
	 * The port of the actuator has a context of its own, which would find the gateway's
	 * pages as well.
	 */
	private static Mono<Void> actuator(ServerWebExchange exchange, WebFilterChain chain) {
		return exchange.getRequest().getPath().value().startsWith("/actuator/") ? chain.filter(exchange)
				: Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** What is left of the chain. */
	private final class Step implements WebFilterChain {

		private final int next;

		private final WebFilterChain end;

		private Step(int next, WebFilterChain end) {
			this.next = next;
			this.end = end;
		}

		@Override
		public Mono<Void> filter(ServerWebExchange exchange) {
			EdgeFilter[] all = EdgeFilters.this.filters;
			return (this.next < all.length) ? all[this.next].filter(exchange, new Step(this.next + 1, this.end))
					: this.end.filter(exchange);
		}

	}

}
