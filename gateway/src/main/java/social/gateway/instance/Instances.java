package social.gateway.instance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.cloud.client.discovery.event.HeartbeatEvent;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import social.gateway.edge.Destination;

/**
 * The services that have a route, kept as the registry tells it: no request asks it.
 */
@Component
class Instances implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(Instances.class);

	private final ReactiveDiscoveryClient registry;

	private final KnownInstances known;

	private final CircuitBreakerRegistry breakers;

	private final InstanceProperties properties;

	private final Map<String, Service> services;

	Instances(ReactiveDiscoveryClient registry, KnownInstances known, CircuitBreakerRegistry breakers,
			BulkheadRegistry bulkheads, GatewayProperties gateway, InstanceProperties properties) {
		this.registry = registry;
		this.known = known;
		this.breakers = breakers;
		this.properties = properties;
		this.services = gateway.getRoutes()
			.stream()
			.map((route) -> Destination.of(Objects.requireNonNull(route.getUri())).service())
			.distinct()
			.collect(
					Collectors.toUnmodifiableMap(Function.identity(), (name) -> new Service(bulkheads.bulkhead(name))));
	}

	/** A service that has a route. */
	Service of(String name) {
		return Objects.requireNonNull(this.services.get(name));
	}

	@Override
	public void afterSingletonsInstantiated() {
		refresh();
	}

	/** The registry was read again. */
	@EventListener(HeartbeatEvent.class)
	void refresh() {
		this.services.forEach((name, service) -> this.registry.getInstances(name)
			.map(Address::of)
			.distinct()
			.sort()
			.collectList()
			.subscribe((addresses) -> update(name, service, addresses),
					(failure) -> log.warn("{}: its instances are not known: {}", name, failure.toString())));
	}

	private void update(String name, Service service, List<Address> addresses) {
		Map<Address, Instance> before = service.instances()
			.stream()
			.collect(Collectors.toMap(Instance::address, Function.identity()));
		if (service.instances().stream().map(Instance::address).toList().equals(addresses)) {
			return;
		}
		service.instances(addresses.stream()
			.map((address) -> before.containsKey(address) ? before.get(address) : instance(name, address))
			.toList());
		before.keySet()
			.stream()
			.filter((address) -> !addresses.contains(address))
			.forEach((address) -> this.breakers.remove(breaker(name, address)));
		this.known.remember(name, addresses);
	}

	private Instance instance(String name, Address address) {
		return new Instance(address, this.breakers.circuitBreaker(breaker(name, address)),
				this.properties.shunnedFor().toNanos());
	}

	private static String breaker(String name, Address address) {
		return name + " " + address;
	}

}
