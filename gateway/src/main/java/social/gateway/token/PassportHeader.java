package social.gateway.token;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import social.gateway.edge.Destination;
import social.gateway.passport.Passports;

/**
 * Sends every request on with a passport for its service in place of the user's token.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PassportHeader implements HttpHeadersFilter {

	private final Passports passports;

	PassportHeader(Passports passports) {
		this.passports = passports;
	}

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		var headers = HttpHeaders.copyOf(input);
		headers.set(Passports.HEADER, mint(Destination.of(exchange).service(), exchange));
		return headers;
	}

	private String mint(String audience, ServerWebExchange exchange) {
		var token = AccessToken.of(exchange);
		return (token != null) ? this.passports.mint(audience, token.user(), token.sessionId(), token.expiry())
				: this.passports.mint(audience);
	}

}
