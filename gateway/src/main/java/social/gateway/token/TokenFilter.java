package social.gateway.token;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import social.gateway.edge.EdgeFilter;

/**
 * Lets nothing in without a good token but what {@link OpenPaths} include, whether a
 * route exists or not. Open paths are served with a stale token too: whoever logs in
 * again may well still send it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class TokenFilter implements EdgeFilter {

	private final OpenPaths open;

	private final Tokens tokens;

	private final Tickets tickets;

	TokenFilter(OpenPaths open, Tokens tokens, Tickets tickets) {
		this.open = open;
		this.tokens = tokens;
		this.tickets = tickets;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (this.open.include(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		ServerHttpRequest request = exchange.getRequest();
		@Nullable String ticket = Tickets.find(request);
		if (ticket != null) {
			return TokenHeaders.areThere(request.getHeaders()) ? Mono.error(TokenConflict::new)
					: goOn(this.tickets.redeem(ticket), exchange, chain);
		}
		String token = TokenHeaders.find(request.getHeaders());
		@Nullable AccessToken known = this.tokens.recall(token);
		if (known == null) {
			return goOn(this.tokens.verify(token), exchange, chain);
		}
		known.accompany(exchange);
		return chain.filter(exchange);
	}

	private static Mono<Void> goOn(Mono<AccessToken> verified, ServerWebExchange exchange, WebFilterChain chain) {
		return verified.doOnNext((token) -> token.accompany(exchange)).then(Mono.defer(() -> chain.filter(exchange)));
	}

}
