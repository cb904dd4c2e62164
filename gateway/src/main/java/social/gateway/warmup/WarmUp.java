package social.gateway.warmup;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.stereotype.Component;

import social.gateway.edge.BeforeOpening;

/**
 * Sends requests through the gateway before its port opens, by a port of their own: a JVM
 * that starts answers a tenth of what it will in a minute, and the kernel hands it half
 * of all new connections at once. What can be had without a user is the key set, through
 * the whole of the gateway and from a service, and the refusal of a token.
 */
@Component
class WarmUp extends BeforeOpening {

	private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

	private final HttpHandler gateway;

	private final ObjectProvider<NettyServerCustomizer> customizers;

	private final WarmUpProperties properties;

	WarmUp(HttpHandler gateway, ObjectProvider<NettyServerCustomizer> customizers, WarmUpProperties properties) {
		super(Step.WARM_UP);
		this.gateway = gateway;
		this.customizers = customizers;
		this.properties = properties;
	}

	@Override
	protected void prepare() {
		if (this.properties.requests() > 0) {
			DisposableServer server = server();
			ConnectionProvider connections = ConnectionProvider.create("warm-up", this.properties.atOnce());
			try {
				send(HttpClient.create(connections).remoteAddress(server::address));
			}
			finally {
				connections.dispose();
				server.disposeNow();
			}
		}
	}

	private void send(HttpClient client) {
		long start = System.nanoTime();
		Long answered = Visits.by(client)
			.flatMapMany((visits) -> Flux.range(0, this.properties.requests())
				.flatMap(visits::next, this.properties.atOnce()))
			.take(this.properties.longest())
			// clients may fare better
			.onErrorComplete()
			.count()
			.block();
		log.info("Warmed up with {} requests in {} ms", answered,
				TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
	}

	/** Another door to the same gateway. */
	private DisposableServer server() {
		HttpServer server = HttpServer.create().host("127.0.0.1").port(0);
		for (NettyServerCustomizer customizer : this.customizers) {
			server = customizer.apply(server);
		}
		return server.handle(new ReactorHttpHandlerAdapter(this.gateway)).bindNow(Duration.ofSeconds(5));
	}

}
