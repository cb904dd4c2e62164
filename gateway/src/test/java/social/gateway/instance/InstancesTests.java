package social.gateway.instance;

import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.cloud.client.discovery.composite.reactive.ReactiveCompositeDiscoveryClient;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InstancesTests {

	private static final String POSTS = "posts-service";

	private static final Address ONE = new Address("127.0.0.1", 4001);

	private static final Address OTHER = new Address("127.0.0.1", 4002);

	@TempDir
	private Path folder;

	private volatile List<Address> registered = List.of();

	@Test
	void knowsNobodyWhereNobodyIs() {
		Service posts = start().of(POSTS);
		assertThatExceptionOfType(NoInstance.class).isThrownBy(() -> posts.next(List.of()));
	}

	@Test
	void knowsItsWayIfTheRegistryIsDeadWhenItStarts() throws Exception {
		Files.writeString(this.folder.resolve("instances"), POSTS + " " + ONE);
		assertThat(start().of(POSTS).next(List.of()).address()).isEqualTo(ONE);
	}

	@Test
	void asksAllInTurn() {
		this.registered = List.of(ONE, OTHER);
		Service posts = start().of(POSTS);
		assertThat(List.of(next(posts), next(posts))).containsExactlyInAnyOrder(ONE, OTHER);
	}

	@Test
	void asksRatherWhoHasLessToDo() {
		this.registered = List.of(ONE, OTHER);
		Service posts = start().of(POSTS);
		Instance slow = posts.next(List.of());
		for (int request = 0; request < 5; request++) {
			Instance quick = posts.next(List.of());
			assertThat(quick).isNotEqualTo(slow);
			quick.answered(System.nanoTime());
		}
	}

	@Test
	void asksAllInTurnWhoHaveNothingToDo() {
		this.registered = List.of(ONE, OTHER);
		Service posts = start().of(POSTS);
		Instance first = posts.next(List.of());
		first.answered(System.nanoTime());
		Instance second = posts.next(List.of());
		second.failed(new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT), System.nanoTime());
		assertThat(second).isNotEqualTo(first);
		assertThat(posts.next(List.of())).isEqualTo(first);
	}

	@Test
	void followsTheRegistryButForItsLastWord() {
		this.registered = List.of(ONE, OTHER);
		Instances instances = start();
		this.registered = List.of(OTHER);
		instances.refresh();
		assertThat(List.of(next(instances.of(POSTS)), next(instances.of(POSTS)))).containsOnly(OTHER);
		this.registered = List.of();
		instances.refresh();
		assertThat(next(instances.of(POSTS))).isEqualTo(OTHER);
	}

	@Test
	void asksWhoWasNotReachedOnlyIfThereIsNoOther() {
		this.registered = List.of(ONE, OTHER);
		Service posts = start().of(POSTS);
		Instance dead = kill(posts);
		assertThat(List.of(posts.next(List.of()), posts.next(List.of()))).doesNotContain(dead);
		Instance living = posts.next(List.of());
		assertThat(posts.next(List.of(living))).isEqualTo(dead);
	}

	@Test
	void asksAgainWhoWasReachedAndNotWhoHasNothingToDoBecauseItIsDead() {
		this.registered = List.of(ONE, OTHER);
		Service posts = start().of(POSTS);
		Instance dead = kill(posts);
		Instance busy = posts.next(List.of());
		posts.next(List.of());
		posts.next(List.of());
		assertThat(posts.next(List.of(busy, dead))).isEqualTo(busy);
	}

	/** The next one that is asked can't be reached. */
	private static Instance kill(Service service) {
		Instance dead = service.next(List.of());
		dead.failed(new ConnectException(), System.nanoTime());
		return dead;
	}

	private static Address next(Service service) {
		return service.next(List.of()).address();
	}

	private Instances start() {
		var properties = new InstanceProperties(this.folder.resolve("instances"), Duration.ofMinutes(1), 3,
				Duration.ofSeconds(2), Duration.ofMillis(50));
		var known = new KnownInstances(properties);
		var route = new RouteDefinition();
		route.setId("posts");
		route.setUri(URI.create("lb://" + POSTS));
		var gateway = new GatewayProperties();
		gateway.setRoutes(List.of(route));
		var registries = new ReactiveCompositeDiscoveryClient(new ArrayList<>(List.of(new Registry(), known)));
		var instances = new Instances(registries, known, CircuitBreakerRegistry.ofDefaults(),
				BulkheadRegistry.ofDefaults(), gateway, properties);
		instances.afterSingletonsInstantiated();
		return instances;
	}

	/** What Eureka says. */
	private final class Registry implements ReactiveDiscoveryClient {

		@Override
		public Flux<ServiceInstance> getInstances(String service) {
			return Flux.fromIterable(InstancesTests.this.registered).map((address) -> address.as(service));
		}

		@Override
		public Flux<String> getServices() {
			return Flux.just(POSTS);
		}

		@Override
		public String description() {
			return "registry";
		}

	}

}
