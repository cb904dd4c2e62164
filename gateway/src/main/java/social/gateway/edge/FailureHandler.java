package social.gateway.edge;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;

/** Gives every failure of the gateway and of the way to a service the one error body. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailureHandler implements ErrorWebExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(FailureHandler.class);

	private static final String CORS = "Access-Control-";

	private final RefusalMetrics metrics;

	FailureHandler(RefusalMetrics metrics) {
		this.metrics = metrics;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		ServerHttpResponse response = exchange.getResponse();
		if (response.isCommitted()) {
			return Mono.error(failure);
		}
		var answer = Answer.to(failure, exchange.getRequest().getPath().value());
		String requestId = RequestIds.of(exchange);
		report(answer, failure, requestId);
		this.metrics.count(failure, answer);
		forget(response.getHeaders());
		response.setStatusCode(answer.status());
		response.getHeaders().putAll(answer.headers());
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		byte[] body = new ErrorBody(answer.message(), requestId, answer.status().value()).bytes();
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	/** What a service had begun to say; but a page may read why it is refused. */
	private static void forget(HttpHeaders headers) {
		List.copyOf(headers.headerNames())
			.stream()
			.filter((name) -> !name.equals(HttpHeaders.VARY) && !name.startsWith(CORS))
			.forEach(headers::remove);
	}

	private static void report(Answer answer, Throwable failure, String requestId) {
		if (!answer.status().is5xxServerError()) {
			return;
		}
		try (var context = MDC.putCloseable(RequestIds.KEY, requestId)) {
			if (isExpected(answer, failure)) {
				log.warn("{}: {}", answer.message(), failure.toString());
			}
			else {
				log.error("Unexpected failure", failure);
			}
		}
	}

	/** A service that fails has told its own log why. */
	private static boolean isExpected(Answer answer, Throwable failure) {
		return failure instanceof ErrorResponse || !answer.status().isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR);
	}

}
