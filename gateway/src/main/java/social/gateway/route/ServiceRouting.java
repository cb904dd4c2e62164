package social.gateway.route;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpMethod;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.HttpResources;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.filter.headers.RemoveHopByHopHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sends a request to the instance that was chosen, and leaves the head of the answer to
 * the filters and its body to {@code AnswerWriter}.
 * <p>
 * Does what the gateway's own filter does with fewer copies: headers go through our own
 * rules alone, once each way, and a request without a body does not wait for one.
 */
class ServiceRouting implements GlobalFilter, Ordered {

	private final HttpClient client;

	private final Map<EventLoop, HttpClient> clients = new ConcurrentHashMap<>();

	private final List<HttpHeadersFilter> headers;

	private final Duration limit;

	ServiceRouting(HttpClient client, ObjectProvider<HttpHeadersFilter> headers, HttpClientProperties properties) {
		this.client = client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS,
				Objects.requireNonNull(properties.getConnectTimeout()));
		this.headers = headers.orderedStream()
			// ClientHeaders and ServiceHeaders know what these do; those that trace stay
			.filter((filter) -> !filter.getClass().getPackage().equals(RemoveHopByHopHeadersFilter.class.getPackage()))
			.toList();
		this.limit = Objects.requireNonNull(properties.getResponseTimeout());
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		if (ServerWebExchangeUtils.isAlreadyRouted(exchange)) {
			return chain.filter(exchange);
		}
		ServerWebExchangeUtils.setAlreadyRouted(exchange);
		URI uri = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
		EventLoop loop = loop(exchange.getRequest());
		var deadline = new Deadline(loop, limit(exchange));
		return deadline.limit(request(exchange, uri, loop, deadline)
			.responseConnection((answer, connection) -> head(exchange, answer, connection))
			.then());
	}

	private HttpClient.ResponseReceiver<?> request(ServerWebExchange exchange, URI uri, EventLoop loop,
			Deadline deadline) {
		ServerHttpRequest request = exchange.getRequest();
		HttpHeaders told = HttpHeadersFilter.filterRequest(this.headers, exchange);
		HttpClient.RequestSender sender = client(loop)
			// the client names the host itself
			.headers((headers) -> told.forEach((name, values) -> {
				if (!name.equalsIgnoreCase(HttpHeaders.HOST)) {
					headers.set(name, values);
				}
			}))
			.request(HttpMethod.valueOf(request.getMethod().name()))
			.uri(uri);
		if (!hasBody(request.getHeaders())) {
			deadline.begin();
			return sender;
		}
		// a client that is slow to say what it wants takes nothing from the service's
		// time
		return sender.send((to,
				outbound) -> outbound.send(request.getBody()
					.onErrorMap(IOException.class, ClientLeft::new)
					.map(ServiceRouting::bytes)
					.doOnComplete(deadline::begin)));
	}

	private Publisher<HttpClientResponse> head(ServerWebExchange exchange, HttpClientResponse answer,
			Connection connection) {
		Map<String, Object> attributes = exchange.getAttributes();
		attributes.put(ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR, answer);
		attributes.put(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR, connection);
		attributes.put(ServerWebExchangeUtils.CLIENT_RESPONSE_HEADER_NAMES, answer.responseHeaders().names());
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatusCode.valueOf(answer.status().code()));
		answer.responseHeaders().forEach((header) -> response.getHeaders().add(header.getKey(), header.getValue()));
		HttpHeadersFilter.filter(this.headers, response.getHeaders(), exchange, HttpHeadersFilter.Type.RESPONSE);
		return Mono.just(answer);
	}

	private HttpClient client(EventLoop loop) {
		return this.clients.computeIfAbsent(loop, (its) -> this.client.runOn(new OneLoop(its, HttpResources.get())));
	}

	/** The one that the client's connection is on. */
	private static EventLoop loop(ServerHttpRequest request) {
		Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
		return connection.channel().eventLoop();
	}

	private Duration limit(ServerWebExchange exchange) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		Object own = route.getMetadata().get(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR);
		return (own != null) ? Duration.ofMillis(Long.parseLong(own.toString())) : this.limit;
	}

	private static boolean hasBody(HttpHeaders headers) {
		return headers.containsHeader(HttpHeaders.CONTENT_LENGTH)
				|| headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
	}

	private static ByteBuf bytes(DataBuffer buffer) {
		return ((NettyDataBuffer) buffer).getNativeBuffer();
	}

	@Override
	public int getOrder() {
		return NettyRoutingFilter.ORDER;
	}

}
