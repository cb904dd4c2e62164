package social.gateway.socket;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Has the service open its socket before the client is told of any: a service that is
 * away, slow or unwilling is an answer like every other, and another instance can be
 * tried. The framework's own filter tells the client first.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class SocketRouting implements GlobalFilter {

	private static final Logger log = LoggerFactory.getLogger(SocketRouting.class);

	private static final String HANDSHAKE = "Sec-WebSocket-";

	private final WebSocketClient services;

	private final WebSocketService clients;

	private final List<HttpHeadersFilter> headersFilters;

	private final Duration limit;

	SocketRouting(WebSocketClient services, WebSocketService clients, ObjectProvider<HttpHeadersFilter> headersFilters,
			HttpClientProperties limits) {
		this.services = services;
		this.clients = clients;
		this.headersFilters = headersFilters.orderedStream().toList();
		this.limit = limits.getResponseTimeout();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		URI uri = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
		if (!"ws".equals(uri.getScheme()) || ServerWebExchangeUtils.isAlreadyRouted(exchange)) {
			return chain.filter(exchange);
		}
		ServerWebExchangeUtils.setAlreadyRouted(exchange);
		HttpHeaders headers = headers(exchange);
		return Mono.<Void>create((upgrade) -> upgrade.onCancel(open(uri, headers, exchange, upgrade)))
			.timeout(this.limit)
			.onErrorMap(WebSocketClientHandshakeException.class, SocketRouting::refusal);
	}

	/** The service's side goes on when the upgrade is done, and with it the request. */
	private Disposable open(URI uri, HttpHeaders headers, ServerWebExchange exchange, MonoSink<Void> upgrade) {
		var leg = new ServiceLeg(exchange, upgrade);
		return this.services.execute(uri, headers, leg).contextWrite(upgrade.contextView()).subscribe((nothing) -> {
		}, leg::fail);
	}

	private HttpHeaders headers(ServerWebExchange exchange) {
		HttpHeaders headers = new HttpHeaders();
		HttpHeadersFilter.filterRequest(this.headersFilters, exchange).forEach((name, values) -> {
			if (!name.equalsIgnoreCase(HttpHeaders.HOST)
					&& !name.regionMatches(true, 0, HANDSHAKE, 0, HANDSHAKE.length())) {
				headers.addAll(name, values);
			}
		});
		return headers;
	}

	private static Throwable refusal(WebSocketClientHandshakeException refused) {
		return (refused.response() != null)
				? new ResponseStatusException(HttpStatusCode.valueOf(refused.response().status().code()))
				: new IOException(refused);
	}

	/** The service's side, which opens first. */
	private final class ServiceLeg implements WebSocketHandler {

		private final ServerWebExchange exchange;

		private final MonoSink<Void> upgrade;

		private volatile boolean upgraded;

		private ServiceLeg(ServerWebExchange exchange, MonoSink<Void> upgrade) {
			this.exchange = exchange;
			this.upgrade = upgrade;
		}

		@Override
		public List<String> getSubProtocols() {
			return this.exchange.getRequest().getHeaders().getOrDefault(Offer.PROTOCOL, List.of());
		}

		@Override
		public Mono<Void> handle(WebSocketSession service) {
			var client = new ClientLeg(service, Sinks.empty());
			return SocketRouting.this.clients.handleRequest(this.exchange, client).doOnSuccess((nothing) -> {
				this.upgraded = true;
				this.upgrade.success();
			}).then(client.ended().asMono());
		}

		private void fail(Throwable failure) {
			if (this.upgraded) {
				log.debug("A socket broke", failure);
			}
			else {
				this.upgrade.error(failure);
			}
		}

	}

	/**
	 * The client's side.
	 *
	 * @param service the other side, which is open
	 * @param ended when both are closed
	 */
	private record ClientLeg(WebSocketSession service, Sinks.Empty<Void> ended) implements WebSocketHandler {

		@Override
		public List<String> getSubProtocols() {
			String selected = this.service.getHandshakeInfo().getSubProtocol();
			return (selected != null) ? List.of(selected) : List.of();
		}

		@Override
		public Mono<Void> handle(WebSocketSession client) {
			return new Bridge(client, this.service).carry().doFinally((signal) -> this.ended.tryEmitEmpty());
		}

	}

}
