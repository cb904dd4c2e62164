package social.gateway.route;

import java.util.ArrayList;
import java.util.List;

import org.springframework.cloud.gateway.handler.predicate.GatewayPredicate;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.web.server.ServerWebExchange;

/**
 * A route with what a request has to be like to take it.
 *
 * @param conditions all of them have to hold
 */
record Way(Route route, List<GatewayPredicate> conditions) {

	static Way of(Route route) {
		var conditions = new ArrayList<GatewayPredicate>();
		route.getPredicate().accept((part) -> conditions.add((GatewayPredicate) part));
		return new Way(route, List.copyOf(conditions));
	}

	boolean leads(ServerWebExchange exchange) {
		for (GatewayPredicate condition : this.conditions) {
			if (!condition.test(exchange)) {
				return false;
			}
		}
		return true;
	}

}
