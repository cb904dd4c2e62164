package social.gateway.edge;

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * A step that every request takes before its route, in the order of their annotations.
 * What it throws is the answer's error.
 */
@FunctionalInterface
public interface EdgeFilter {

	/** Goes on with the chain, or does not. */
	Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain);

}
