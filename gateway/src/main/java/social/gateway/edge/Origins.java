package social.gateway.edge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;

/**
 * Whose pages may ask from within a browser: the gateway's own, and those of origins that
 * are configured.
 */
@Component
public class Origins implements CorsConfigurationSource {

	private static final Duration PREFLIGHT = Duration.ofHours(1);

	private final Set<String> origins;

	private final CorsConfiguration welcome = new CorsConfiguration();

	Origins(EdgeProperties properties) {
		this.origins = properties.origins();
		this.welcome.setAllowedOrigins(List.copyOf(this.origins));
		this.welcome.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.POST.name(), HttpMethod.PUT.name()));
		this.welcome.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, "X-Auth", HttpHeaders.CONTENT_TYPE,
				RequestIds.HEADER, "Idempotency-Key"));
		this.welcome.setExposedHeaders(
				List.of(RequestIds.HEADER, HttpHeaders.LINK, HttpHeaders.RETRY_AFTER, "RateLimit", "RateLimit-Policy"));
		this.welcome.setMaxAge(PREFLIGHT);
	}

	/** Whether a socket may be opened from where the request says it comes from. */
	public boolean welcome(ServerHttpRequest request) {
		String origin = request.getHeaders().getOrigin();
		return origin == null || this.origins.contains(origin) || isOwn(origin, request);
	}

	/** Nothing for others: without its word, browsers keep answers from their pages. */
	@Override
	public @Nullable CorsConfiguration getCorsConfiguration(ServerWebExchange exchange) {
		String origin = exchange.getRequest().getHeaders().getOrigin();
		return (origin != null && this.origins.contains(origin)) ? this.welcome : null;
	}

	private static boolean isOwn(String origin, ServerHttpRequest request) {
		try {
			String authority = URI.create(origin).getRawAuthority();
			return authority != null && authority.equalsIgnoreCase(request.getHeaders().getFirst(HttpHeaders.HOST));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
