package social.gateway.instance;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class CallTests {

	private final InstanceProperties patient = new InstanceProperties(null, Duration.ofSeconds(2), 3,
			Duration.ofHours(2), Duration.ofHours(1));

	@Test
	void leavesNothingBehindIfItsClientGoesBeforeItIsSentAgain() {
		Instance dead = instance("10.0.0.1:80");
		var service = new Service(Bulkhead.ofDefaults("posts"));
		service.instances(List.of(dead));
		var call = new Call(service, "http", this.patient,
				MockServerWebExchange.from(MockServerHttpRequest.get("/post/feed")),
				(exchange) -> Mono.error(new ConnectException()));
		call.send().subscribe().dispose();
		Instance busy = instance("10.0.0.2:80");
		assertThat(busy.mayBeAsked() && busy.mayBeAsked()).isTrue();
		assertThat(dead.isLessBusyThan(busy)).isTrue();
	}

	@Test
	void leavesTheInstanceItWasSentAgainToIfItsClientGoesThen() {
		Instance dead = instance("10.0.0.1:80");
		Instance alive = instance("10.0.0.2:80");
		var service = new Service(Bulkhead.ofDefaults("posts"));
		service.instances(List.of(dead, alive));
		var asked = new AtomicInteger();
		Disposable client = new Call(service, "http", this.patient,
				MockServerWebExchange.from(MockServerHttpRequest.get("/post/feed")),
				(exchange) -> (asked.incrementAndGet() == 1) ? Mono.error(new ConnectException()) : Mono.never())
			.send()
			.subscribe();
		assertThat(asked).hasValue(2);
		client.dispose();
		assertThat(dead.isLessBusyThan(alive)).isFalse();
		assertThat(alive.isLessBusyThan(dead)).isFalse();
	}

	private Instance instance(String address) {
		return new Instance(Address.parse(address), CircuitBreaker.ofDefaults(address),
				this.patient.shunnedFor().toNanos());
	}

}
