package social.gateway.edge;

import java.util.List;
import java.util.Set;

import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;

/**
 * {@code Allow=GET,PUT}: answers every other method with 405.
 * <p>
 * As a predicate of the route it would make a known path unknown: 404.
 */
@Component
class AllowGatewayFilterFactory extends AbstractGatewayFilterFactory<AllowGatewayFilterFactory.Allowed> {

	AllowGatewayFilterFactory() {
		super(Allowed.class);
	}

	@Override
	public ShortcutType shortcutType() {
		return ShortcutType.GATHER_LIST;
	}

	@Override
	public List<String> shortcutFieldOrder() {
		return List.of("methods");
	}

	@Override
	public GatewayFilter apply(Allowed allowed) {
		return new OrderedGatewayFilter((exchange, chain) -> {
			HttpMethod method = exchange.getRequest().getMethod();
			return allowed.methods.contains(method) ? chain.filter(exchange)
					: Mono.error(new MethodNotAllowedException(method, allowed.methods));
		}, Ordered.HIGHEST_PRECEDENCE);
	}

	/** The methods of a path. */
	static class Allowed {

		private Set<HttpMethod> methods = Set.of();

		public Set<HttpMethod> getMethods() {
			return this.methods;
		}

		public void setMethods(Set<HttpMethod> methods) {
			this.methods = methods;
		}

	}

}
