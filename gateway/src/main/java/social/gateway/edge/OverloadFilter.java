package social.gateway.edge;

import java.time.Duration;

import io.netty.channel.epoll.EpollSocketChannel;
import reactor.core.publisher.Mono;
import reactor.netty.channel.ChannelOperations;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * Turns away a request that lay in the kernel for long before the gateway came to it. Its
 * client may have given up; to serve it would make all behind it as late, and soon the
 * gateway would work for nobody.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OverloadFilter implements EdgeFilter {

	private final Duration longest;

	OverloadFilter(EdgeProperties properties) {
		this.longest = properties.longestWait();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		Duration waited = waited(exchange.getRequest());
		return (waited.compareTo(this.longest) > 0) ? Mono.error(new Overload(waited)) : chain.filter(exchange);
	}

	/** Since its last bytes came; zero where the kernel does not tell. */
	private static Duration waited(ServerHttpRequest request) {
		ChannelOperations<?, ?> operations = ServerHttpRequestDecorator.getNativeRequest(request);
		if (operations.channel() instanceof EpollSocketChannel channel) {
			return Duration.ofMillis(channel.tcpInfo().lastDataRecv());
		}
		return Duration.ZERO;
	}

}
