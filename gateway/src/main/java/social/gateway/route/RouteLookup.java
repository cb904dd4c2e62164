package social.gateway.route;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.core.env.Environment;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the route of a request. The routes never change and their predicates look at the
 * path alone, so they are asked one after the other, without a stream around them.
 */
class RouteLookup extends RoutePredicateHandlerMapping {

	private final Mono<List<Way>> ways;

	RouteLookup(FilteringWebHandler handler, RouteLocator locator, GlobalCorsProperties cors, Environment environment) {
		super(handler, locator, cors, environment);
		this.ways = locator.getRoutes().map(Way::of).collectList().cache();
	}

	@Override
	protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
		return this.ways.mapNotNull((all) -> find(all, exchange));
	}

	private static @Nullable Route find(List<Way> ways, ServerWebExchange exchange) {
		for (Way way : ways) {
			if (way.leads(exchange)) {
				return way.route();
			}
		}
		return null;
	}

}
