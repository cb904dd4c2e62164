package social.gateway.leave;

import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import social.gateway.edge.EdgeFilter;

/**
 * Stops in order: nobody new comes in, each connection hears with its next answer that it
 * was the last, each socket that this gateway goes away. To close a connection without a
 * word would lose the request that is on its way in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Leave implements SmartLifecycle, EdgeFilter {

	private final Door door;

	private final OpenSockets sockets;

	private final LeaveProperties properties;

	private volatile boolean running;

	private volatile boolean leaving;

	Leave(Door door, OpenSockets sockets, LeaveProperties properties) {
		this.door = door;
		this.sockets = sockets;
		this.properties = properties;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (this.leaving) {
			exchange.getResponse().beforeCommit(() -> {
				exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
				return Mono.empty();
			});
		}
		return chain.filter(exchange);
	}

	@Override
	public void start() {
		this.leaving = false;
		this.running = true;
	}

	@Override
	public void stop() {
		this.door.close();
		// not before: whoever hears it would come back through this door
		this.leaving = true;
		try {
			this.sockets.close(this.properties.farewell()).block();
			this.door.awaitEmpty(this.properties.patience());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** A closed door does not open again. */
	@Override
	public boolean isPauseable() {
		return false;
	}

	/** Before everything else stops. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
