package social.local.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import social.local.mesh.Mesh;
import social.local.mesh.Part;

/** How long each process of a mesh has had a core. */
record CpuTime(Map<String, Duration> parts) {

	// less than a tick of the kernel's clock in a thousand operations is noise
	private static final double LEAST = 0.01;

	/** Up to now. */
	static CpuTime of(Mesh mesh) {
		var parts = new LinkedHashMap<String, Duration>();
		for (Part part : mesh.parts()) {
			parts.put(part.name(), part.daemon().cpu());
		}
		return new CpuTime(parts);
	}

	/** Since an earlier moment. */
	CpuTime since(CpuTime before) {
		var parts = new LinkedHashMap<String, Duration>();
		this.parts.forEach((name, time) -> parts.put(name, time.minus(before.parts.getOrDefault(name, time))));
		return new CpuTime(parts);
	}

	/**
	 * What one of so many operations took: {@code postgres 0.210 gateway 0.350}, in ms.
	 */
	String per(long operations) {
		return this.parts.entrySet()
			.stream()
			.filter((part) -> ms(part.getValue(), operations) >= LEAST)
			.map((part) -> String.format(Locale.ROOT, "%s %.3f", part.getKey(), ms(part.getValue(), operations)))
			.collect(Collectors.joining(" "));
	}

	private static double ms(Duration time, long operations) {
		return time.toNanos() / 1e6 / Math.max(1, operations);
	}

}
