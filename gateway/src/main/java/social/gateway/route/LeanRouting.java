package social.gateway.route;

import java.util.List;
import java.util.Objects;

import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sends requests to services with one client for all of them, and copies their headers
 * once instead of once for each of the framework's rules: {@code ClientHeaders} knows
 * them all.
 */
class LeanRouting extends NettyRoutingFilter {

	private final HttpClient client;

	private @Nullable List<HttpHeadersFilter> own;

	LeanRouting(HttpClient client, ObjectProvider<List<HttpHeadersFilter>> headers, HttpClientProperties properties) {
		super(client, headers, properties);
		Integer timeout = properties.getConnectTimeout();
		this.client = (timeout != null) ? client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, timeout) : client;
	}

	@Override
	public List<HttpHeadersFilter> getHeadersFilters() {
		if (this.own == null) {
			this.own = Objects.requireNonNull(super.getHeadersFilters())
				.stream()
				.filter((filter) -> !filter.getClass().getName().startsWith("org.springframework."))
				.toList();
		}
		return this.own;
	}

	@Override
	protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
		return this.client;
	}

}
