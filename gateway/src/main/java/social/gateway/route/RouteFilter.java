package social.gateway.route;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import social.gateway.edge.EdgeFilter;

/**
 * Leads a request that has a route through the gateway's filters, and leaves the others
 * to the pages. The routes never change and their predicates look at the path alone, so
 * they are asked one after the other, without the dispatcher and its streams around them.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RouteFilter implements EdgeFilter, SmartInitializingSingleton {

	private final RouteLocator locator;

	private final FilteringWebHandler handler;

	private volatile List<Way> ways = List.of();

	RouteFilter(RouteLocator locator, FilteringWebHandler handler) {
		this.locator = locator;
		this.handler = handler;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.ways = Objects.requireNonNull(this.locator.getRoutes().map(Way::of).collectList().block());
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		Way way = find(exchange);
		if (way == null) {
			return chain.filter(exchange);
		}
		exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR, way.route());
		return this.handler.handle(exchange);
	}

	private @Nullable Way find(ServerWebExchange exchange) {
		for (Way way : this.ways) {
			if (way.leads(exchange)) {
				return way;
			}
		}
		return null;
	}

}
