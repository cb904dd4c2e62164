package social.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import social.gateway.edge.Destination;
import social.gateway.passport.PassportProperties;
import social.gateway.passport.Passports;

/**
 * Sends every request on with a passport for its service in place of the user's token.
 * <p>
 * For a while, a user gets the same passport again: the gateway need not sign, nor the
 * service verify, what both have just done.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PassportHeader implements HttpHeadersFilter {

	private final Passports passports;

	private final Cache<Journey, String> minted;

	PassportHeader(Passports passports, PassportProperties properties) {
		this.passports = passports;
		this.minted = Caffeine.newBuilder()
			.executor(Runnable::run)
			.maximumSize(properties.remembered())
			.expireAfterWrite(properties.rememberedFor())
			.build();
	}

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		var journey = new Journey(Destination.of(exchange).service(), AccessToken.of(exchange));
		// the copy is the first filter's, and nobody else's
		input.set(Passports.HEADER, this.minted.get(journey, this::mint));
		return input;
	}

	private String mint(Journey journey) {
		AccessToken token = journey.token();
		return (token != null) ? this.passports.mint(journey.audience(), token.user(), token.session(), token.expiry())
				: this.passports.mint(journey.audience());
	}

	/** Who goes where. */
	private record Journey(String audience, @Nullable AccessToken token) {
	}

}
