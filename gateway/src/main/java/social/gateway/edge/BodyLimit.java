package social.gateway.edge;

import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses a body that is too large: by what it declares, else as soon as too much of it
 * has come.
 */
@Component
@Order(BodyLimit.ORDER)
class BodyLimit implements EdgeFilter {

	/** After the token: who may not ask is not asked how much. */
	static final int ORDER = 0;

	private static final long UNKNOWN = -1;

	private final DataSize limit;

	BodyLimit(EdgeProperties properties) {
		this.limit = properties.maxBody();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		long declared = exchange.getRequest().getHeaders().getContentLength();
		if (declared > this.limit.toBytes()) {
			return Mono.error(new BodyTooLarge(this.limit));
		}
		return chain.filter((declared == UNKNOWN)
				? exchange.mutate().request(new Counted(exchange.getRequest(), this.limit)).build() : exchange);
	}

	/** A request whose body is counted while it streams. */
	private static final class Counted extends ServerHttpRequestDecorator {

		private final DataSize limit;

		private Counted(ServerHttpRequest request, DataSize limit) {
			super(request);
			this.limit = limit;
		}

		@Override
		public Flux<DataBuffer> getBody() {
			var count = new AtomicLong();
			return super.getBody().handle((buffer, sink) -> {
				if (count.addAndGet(buffer.readableByteCount()) > this.limit.toBytes()) {
					DataBufferUtils.release(buffer);
					sink.error(new BodyTooLarge(this.limit));
				}
				else {
					sink.next(buffer);
				}
			});
		}

	}

}
