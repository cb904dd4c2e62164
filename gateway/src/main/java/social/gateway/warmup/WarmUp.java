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
import social.gateway.token.OwnTokens;

/**
 * Sends requests through the gateway before its port opens, by a port of their own: a JVM
 * that starts answers a tenth of what it will in a minute, and the kernel hands it half
 * of all new connections at once. They are those of users, with tokens that are good for
 * nobody else and end before that.
 */
@Component
class WarmUp extends BeforeOpening {

	private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

	// more than one: what a user may ask is limited
	private static final int USERS = 32;

	private final HttpHandler gateway;

	private final ObjectProvider<NettyServerCustomizer> customizers;

	private final OwnTokens tokens;

	private final WarmUpProperties properties;

	WarmUp(HttpHandler gateway, ObjectProvider<NettyServerCustomizer> customizers, OwnTokens tokens,
			WarmUpProperties properties) {
		super(Step.WARM_UP);
		this.gateway = gateway;
		this.customizers = customizers;
		this.tokens = tokens;
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
		Long answered = Visits.keyId(client)
			.flatMapMany((keyId) -> Flux.using(() -> this.tokens.issue(USERS, keyId, this.properties.longest()),
					(issued) -> visit(new Visits(client, keyId, issued)), this.tokens::end))
			.take(this.properties.longest())
			.onErrorComplete()
			.count()
			.block();
		log.info("Warmed up with {} requests in {} ms", answered,
				TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
	}

	private Flux<Integer> visit(Visits visits) {
		return Flux.range(0, this.properties.requests())
			// clients may fare better
			.flatMap((number) -> visits.next(number).onErrorComplete(), this.properties.atOnce());
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
