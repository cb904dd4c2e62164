package social.gateway.instance;

import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import social.gateway.edge.Body;

/**
 * One request, or the handshake of a socket, on its way to a service. If it fails it goes
 * to another instance: a read whatever happened, a write only if nobody can have got it.
 */
final class Call {

	private final Service service;

	private final String scheme;

	private final InstanceProperties properties;

	private final ServerWebExchange exchange;

	private final GatewayFilterChain chain;

	private final long begun = System.nanoTime();

	private List<Instance> tried = List.of();

	private @Nullable Instance asked;

	Call(Service service, String scheme, InstanceProperties properties, ServerWebExchange exchange,
			GatewayFilterChain chain) {
		this.service = service;
		this.scheme = scheme;
		this.properties = properties;
		this.exchange = exchange;
		this.chain = chain;
	}

	Mono<Void> send() {
		Instance instance;
		try {
			instance = this.service.next(this.tried);
		}
		catch (NoInstance | LeftAlone ex) {
			return Mono.error(ex);
		}
		return this.tried.contains(instance)
				? Mono.delay(this.properties.pause()).doOnCancel(instance::left).then(Mono.defer(() -> send(instance)))
				: send(instance);
	}

	private Mono<Void> send(Instance instance) {
		this.exchange.getAttributes()
			.put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR,
					instance.locate(this.exchange.getRequest().getURI(), this.scheme));
		this.asked = instance;
		long since = System.nanoTime();
		return this.chain.filter(this.exchange)
			.materialize()
			.flatMap((end) -> end(instance, end.getThrowable(), since))
			.doOnCancel(() -> left(instance));
	}

	private Mono<Void> end(Instance instance, @Nullable Throwable failure, long since) {
		this.asked = null;
		if (failure == null) {
			instance.answered(since);
			return isUnavailable(this.exchange.getResponse().getStatusCode()) && isRead() && mayTryAgain()
					? sendAgain(instance) : Mono.empty();
		}
		instance.failed(failure, since);
		return isWorthwhile(failure) && mayTryAgain() ? sendAgain(instance) : Mono.error(failure);
	}

	// the first try is told too when the client leaves during the second
	private void left(Instance instance) {
		if (this.asked == instance) {
			this.asked = null;
			instance.left();
		}
	}

	private Mono<Void> sendAgain(Instance instance) {
		this.tried = new ArrayList<>(this.tried);
		this.tried.add(instance);
		ServerWebExchangeUtils.reset(this.exchange);
		return send();
	}

	private boolean isWorthwhile(Throwable failure) {
		return failure instanceof ConnectException || isRead() && (failure instanceof IOException
				|| failure instanceof ResponseStatusException refusal && isUnavailable(refusal.getStatusCode()));
	}

	private boolean mayTryAgain() {
		return this.tried.size() + 1 < this.properties.tries()
				&& System.nanoTime() - this.begun < this.properties.tryAgainWithin().toNanos();
	}

	/** A body can be read only once. */
	private boolean isRead() {
		HttpMethod method = this.exchange.getRequest().getMethod();
		return (method == HttpMethod.GET || method == HttpMethod.HEAD)
				&& !Body.isAnnounced(this.exchange.getRequest().getHeaders());
	}

	private static boolean isUnavailable(@Nullable HttpStatusCode status) {
		return status != null
				&& (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE) || status.isSameCodeAs(HttpStatus.BAD_GATEWAY));
	}

}
