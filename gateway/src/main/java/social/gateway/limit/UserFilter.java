package social.gateway.limit;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import social.gateway.edge.EdgeFilter;
import social.gateway.token.AccessToken;

/** Refuses a user who asks too often, from wherever. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class UserFilter implements EdgeFilter {

	private final Limiter<UUID> limiter;

	UserFilter(SharedBuckets buckets, LimitProperties properties) {
		this.limiter = new Limiter<>("user", properties.user(), properties.remembered(), buckets);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		AccessToken token = AccessToken.of(exchange);
		@Nullable Mono<Void> refusal = (token != null) ? this.limiter.admit(token.user()) : null;
		return (refusal == null) ? chain.filter(exchange) : refusal.then(Mono.defer(() -> chain.filter(exchange)));
	}

}
