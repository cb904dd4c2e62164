package social.gateway.limit;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import social.gateway.edge.EdgeFilter;
import social.gateway.edge.Paths;

/**
 * Lets an address log in and register people only so often, and not at all while nobody
 * can tell how often that was. Each login that fails makes the wait for the next longer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
class LoginFilter implements EdgeFilter {

	private static final String LOGIN = "login";

	private static final String REGISTER = "register";

	private static final Map<String, Paths> LIMITS = Map.of(LOGIN, Paths.of("/login"), REGISTER,
			Paths.of("/user/register"));

	private final ClientAddress addresses;

	private final SharedBuckets buckets;

	private final LimitProperties properties;

	LoginFilter(ClientAddress addresses, SharedBuckets buckets, LimitProperties properties) {
		this.addresses = addresses;
		this.buckets = buckets;
		this.properties = properties;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		@Nullable String limit = limit(exchange.getRequest());
		if (limit == null) {
			return chain.filter(exchange);
		}
		String bucket = limit + ":" + this.addresses.of(exchange.getRequest());
		Rate rate = limit.equals(LOGIN) ? this.properties.login() : this.properties.register();
		Mono<Void> allowed = this.buckets.take(bucket, rate, 1)
			.flatMap((taken) -> taken.isRefused() ? Mono.error(() -> new TooManyRequests(limit, rate, taken))
					: Mono.empty());
		return allowed.then(Mono.defer(() -> chain.filter(exchange)))
			.then(Mono.defer(
					() -> limit.equals(LOGIN) ? judge(bucket, exchange.getResponse().getStatusCode()) : Mono.empty()));
	}

	private static @Nullable String limit(ServerHttpRequest request) {
		if (request.getMethod() == HttpMethod.POST) {
			for (Map.Entry<String, Paths> limit : LIMITS.entrySet()) {
				if (limit.getValue().include(request)) {
					return limit.getKey();
				}
			}
		}
		return null;
	}

	private Mono<Void> judge(String bucket, @Nullable HttpStatusCode status) {
		boolean passed = HttpStatus.OK.equals(status);
		boolean failed = HttpStatus.BAD_REQUEST.equals(status) || HttpStatus.NOT_FOUND.equals(status);
		return (passed || failed) ? this.buckets.judge(bucket, failed).onErrorComplete() : Mono.empty();
	}

}
