package social.gateway.edge;

import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Gives the one error body to an error that a service's server made by itself, before the
 * service could: a page of HTML, or nothing.
 */
@Component
@Order(NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER + 1)
class ServiceErrors implements GlobalFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		return chain.filter(exchange).then(Mono.defer(() -> check(exchange.getResponse())));
	}

	private static Mono<Void> check(ServerHttpResponse response) {
		HttpStatusCode status = response.getStatusCode();
		if (status == null || !status.isError() || isJson(response)) {
			return Mono.empty();
		}
		return Mono.error(new ResponseStatusException(status));
	}

	private static boolean isJson(ServerHttpResponse response) {
		String type = response.getHeaders().getFirst("Content-Type");
		return type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE)
				&& response.getHeaders().getContentLength() != 0;
	}

}
