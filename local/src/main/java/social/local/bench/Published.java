package social.local.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import social.local.mesh.Mesh;

/** How many messages each program has published, by its own metrics. */
record Published(Map<String, Double> parts) {

	/** Up to now. */
	static Published of(Mesh mesh) {
		return new Published(Metrics.sum(mesh, "rabbitmq_published_total"));
	}

	/** Since an earlier moment. */
	Published since(Published before) {
		var parts = new LinkedHashMap<String, Double>();
		this.parts.forEach((name, count) -> parts.put(name, count - before.parts.getOrDefault(name, count)));
		return new Published(parts);
	}

	/** For each of so many posts: {@code messages: posts-service 1.00}. */
	String per(long posts) {
		return "messages: " + this.parts.entrySet()
			.stream()
			.filter((part) -> part.getValue() > 0)
			.map((part) -> String.format(Locale.ROOT, "%s %.2f", part.getKey(), part.getValue() / posts))
			.collect(Collectors.joining(" "));
	}

}
