package social.gateway.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Names the instances that were there last where the registry names none: one that has
 * just started knows nobody yet, and one that is dead at our start tells nothing.
 */
@Component
class KnownInstances implements ReactiveDiscoveryClient {

	private static final Logger log = LoggerFactory.getLogger(KnownInstances.class);

	private final @Nullable Path file;

	private final Map<String, List<Address>> services;

	KnownInstances(InstanceProperties properties) {
		this.file = properties.file();
		this.services = new ConcurrentSkipListMap<>(read(this.file));
	}

	/** Nobody is no news: it is what a registry says that has lost its memory. */
	synchronized void remember(String service, List<Address> addresses) {
		if (!addresses.isEmpty() && !addresses.equals(this.services.put(service, addresses)) && this.file != null) {
			write(this.file);
		}
	}

	@Override
	public Flux<ServiceInstance> getInstances(String service) {
		return Flux.fromIterable(this.services.getOrDefault(service, List.of())).map((address) -> address.as(service));
	}

	@Override
	public Flux<String> getServices() {
		return Flux.fromIterable(this.services.keySet());
	}

	@Override
	public String description() {
		return "instances that were there last";
	}

	/** After whoever knows better. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	private void write(Path file) {
		String lines = this.services.entrySet()
			.stream()
			.map((service) -> service.getKey()
					+ service.getValue().stream().map((address) -> " " + address).collect(Collectors.joining()))
			.collect(Collectors.joining("\n"));
		try {
			Path part = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
			Files.writeString(part, lines);
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			log.warn("{}: not written: {}", file, ex.toString());
		}
	}

	private static Map<String, List<Address>> read(@Nullable Path file) {
		if (file == null || !Files.exists(file)) {
			return Map.of();
		}
		try (var lines = Files.lines(file)) {
			return lines.map((line) -> line.split(" "))
				.collect(Collectors.toMap((words) -> words[0],
						(words) -> Arrays.stream(words).skip(1).map(Address::parse).toList()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
