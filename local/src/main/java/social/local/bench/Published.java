package social.local.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import social.local.client.Api;
import social.local.mesh.Mesh;
import social.local.mesh.Part;
import social.local.mesh.Service;

/** How many messages each program has published, by its own metrics. */
record Published(Map<String, Double> parts) {

	private static final Pattern COUNTER = Pattern.compile("^rabbitmq_published_total(?:\\{.*})? (\\S+)$",
			Pattern.MULTILINE);

	/** Up to now. */
	static Published of(Mesh mesh) {
		var parts = new LinkedHashMap<String, Double>();
		for (Part part : mesh.parts()) {
			if (Service.of(part.name()).isPresent()) {
				double count = COUNTER.matcher(metrics(part))
					.results()
					.map((MatchResult found) -> found.group(1))
					.mapToDouble(Double::parseDouble)
					.sum();
				parts.put(part.name(), count);
			}
		}
		return new Published(parts);
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

	private static String metrics(Part part) {
		return Api.of("http://127.0.0.1:" + part.place().management()).get("/actuator/prometheus", "").body();
	}

}
