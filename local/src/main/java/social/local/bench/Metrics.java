package social.local.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import social.local.client.Api;
import social.local.mesh.Mesh;
import social.local.mesh.Part;

/** What the programs of a mesh say of themselves. */
final class Metrics {

	private Metrics() {
	}

	/** A metric of each program, whatever its tags are, added up. */
	static Map<String, Double> sum(Mesh mesh, String name) {
		var line = Pattern.compile("^" + name + "(?:\\{.*})? (\\S+)$", Pattern.MULTILINE);
		var sums = new LinkedHashMap<String, Double>();
		for (Part part : mesh.parts()) {
			if (part.place().management() > 0) {
				sums.put(part.name(),
						line.matcher(text(part))
							.results()
							.map((MatchResult found) -> found.group(1))
							.mapToDouble(Double::parseDouble)
							.sum());
			}
		}
		return sums;
	}

	private static String text(Part part) {
		return Api.of("http://127.0.0.1:" + part.place().management()).get("/actuator/prometheus", "").body();
	}

}
