package social.gateway.edge;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * Returns the request's id with every answer and writes one line about each, when its
 * status is known: for a socket that is when it opens.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog implements EdgeFilter {

	private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		long start = System.nanoTime();
		var response = exchange.getResponse();
		response.beforeCommit(() -> {
			response.getHeaders().set(RequestIds.HEADER, RequestIds.of(exchange));
			SecurityHeaders.add(response.getHeaders(), exchange.getRequest().getPath().value());
			write(exchange, response.getStatusCode(), start);
			return Mono.empty();
		});
		return chain.filter(exchange).doOnCancel(() -> {
			if (!response.isCommitted()) {
				write(exchange, null, start);
			}
		});
	}

	private static void write(ServerWebExchange exchange, @Nullable HttpStatusCode status, long start) {
		try (var context = MDC.putCloseable(RequestIds.KEY, RequestIds.of(exchange))) {
			var request = exchange.getRequest();
			log.info("{} {} {} {} ms", request.getMethod(), request.getPath(),
					(status != null) ? status.value() : "left",
					TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
		}
	}

}
