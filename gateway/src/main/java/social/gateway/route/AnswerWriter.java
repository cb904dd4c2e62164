package social.gateway.route;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.ByteBufFlux;
import reactor.netty.Connection;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Writes the body of a service's answer. A short one goes out in one piece with its head:
 * one call of the system instead of two, and one that breaks off becomes an error that
 * can still be told. No service streams, so a long one is flushed as it comes.
 */
class AnswerWriter implements GlobalFilter, Ordered {

	// bytes
	private static final long SHORT = 65_536;

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		return chain.filter(exchange).then(Mono.defer(() -> write(exchange))).doFinally((end) -> {
			if (end != SignalType.ON_COMPLETE) {
				drop(exchange);
			}
		});
	}

	private static Mono<Void> write(ServerWebExchange exchange) {
		@Nullable Connection connection = connection(exchange);
		if (connection == null) {
			return Mono.empty();
		}
		ServerHttpResponse response = exchange.getResponse();
		return response.writeWith(body(connection.inbound().receive(), response));
	}

	private static Publisher<DataBuffer> body(ByteBufFlux body, ServerHttpResponse response) {
		var buffers = (NettyDataBufferFactory) response.bufferFactory();
		long length = response.getHeaders().getContentLength();
		return (length >= 0 && length <= SHORT) ? body.aggregate().retain().map(buffers::wrap)
				: body.retain().map(buffers::wrap);
	}

	/** An answer that nobody takes ends its connection. */
	private static void drop(ServerWebExchange exchange) {
		@Nullable Connection connection = connection(exchange);
		if (connection != null && connection.channel().isActive() && !connection.isPersistent()) {
			connection.dispose();
		}
	}

	private static @Nullable Connection connection(ServerWebExchange exchange) {
		return exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR);
	}

	@Override
	public int getOrder() {
		return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER;
	}

}
