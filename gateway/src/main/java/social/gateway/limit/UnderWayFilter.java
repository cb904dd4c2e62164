package social.gateway.limit;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import social.gateway.edge.Body;
import social.gateway.edge.EdgeFilter;
import social.gateway.token.AccessToken;

/**
 * Lets a user have only so many requests under way, and an address only so many with a
 * body: each takes one of the places of its service, and what that needs to answer it,
 * for as long as a body comes and an answer goes.
 */
@Component
@Order(1)
class UnderWayFilter implements EdgeFilter {

	private final Counts<UUID> users;

	private final Counts<String> addresses;

	private final ClientAddress address;

	UnderWayFilter(ClientAddress address, LimitProperties properties) {
		this.address = address;
		this.users = new Counts<>(properties.requests());
		this.addresses = new Counts<>(properties.bodies());
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		AccessToken token = AccessToken.of(exchange);
		@Nullable UUID user = (token != null) ? token.user() : null;
		@Nullable String sender = Body.isAnnounced(exchange.getRequest().getHeaders()) ? this.address.of(exchange.getRequest())
				: null;
		if (user == null && sender == null) {
			return chain.filter(exchange);
		}
		if (user != null && !this.users.enter(user)) {
			return Mono.error(new TooManyUnderWay("user: too many requests", this.users.most()));
		}
		if (sender != null && !this.addresses.enter(sender)) {
			leave(user, null);
			return Mono.error(new TooManyUnderWay("address: too many requests with a body", this.addresses.most()));
		}
		return chain.filter(exchange).doFinally((end) -> leave(user, sender));
	}

	private void leave(@Nullable UUID user, @Nullable String sender) {
		if (user != null) {
			this.users.leave(user);
		}
		if (sender != null) {
			this.addresses.leave(sender);
		}
	}

}
