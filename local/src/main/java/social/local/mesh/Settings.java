package social.local.mesh;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import social.backing.PrometheusProcess;

/**
 * What a person decides about their mesh.
 *
 * @param repository where the modules are
 * @param home where data, logs and secrets are
 * @param ports of parts by name; 0 is any free one
 * @param scale how many instances of a service, where it is not one
 * @param address where the gateway listens
 * @param archives whether programs keep what their JVM learnt, for a faster next start
 * @param tuning what the JVMs are made for
 * @param observed whether Prometheus watches it
 */
public record Settings(Path repository, Path home, Map<String, Integer> ports, Map<Service, Integer> scale,
		String address, boolean archives, Tuning tuning, boolean observed) {

	/** The settings of {@code ./mesh up}. */
	public static Settings defaults() {
		return new Settings(Path.of(""), Path.of(".mesh"),
				Map.of("gateway", 8080, "discovery", 8761, "postgres", 7432, "redis", 7379, "rabbitmq", 7672,
						"prometheus", 7090),
				Map.of(Service.GATEWAY, 2), "127.0.0.1", true, Tuning.START, PrometheusProcess.installed());
	}

	/** The settings of a mesh that meets no other: a folder of its own, any ports. */
	public static Settings isolated(Path repository, Path home) {
		return new Settings(repository, home, Map.of(), Map.of(), "127.0.0.1", false, Tuning.START, false);
	}

	/** With a part at a port. */
	public Settings port(String name, int port) {
		return new Settings(this.repository, this.home, with(this.ports, name, port), this.scale, this.address,
				this.archives, this.tuning, this.observed);
	}

	/** With so many instances of a service. */
	public Settings scale(Service service, int instances) {
		return new Settings(this.repository, this.home, this.ports, with(this.scale, service, instances), this.address,
				this.archives, this.tuning, this.observed);
	}

	/** With the gateway at an address. */
	public Settings address(String address) {
		return new Settings(this.repository, this.home, this.ports, this.scale, address, this.archives, this.tuning,
				this.observed);
	}

	/** With JVMs made for something else. */
	public Settings tuning(Tuning tuning) {
		return new Settings(this.repository, this.home, this.ports, this.scale, this.address, this.archives, tuning,
				this.observed);
	}

	/** With Prometheus or without. */
	public Settings observed(boolean observed) {
		return new Settings(this.repository, this.home, this.ports, this.scale, this.address, this.archives,
				this.tuning, observed);
	}

	private static <K> Map<K, Integer> with(Map<K, Integer> map, K key, int value) {
		var changed = new HashMap<>(map);
		changed.put(key, value);
		return Map.copyOf(changed);
	}

}
