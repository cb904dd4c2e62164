package social.local.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Dashboards that Grafana can show: it is not here to say so itself. */
class DashboardsTests {

	private static final Path FOLDER = Path.of("../observability/grafana");

	private static final int COLUMNS = 24;

	@TempDir
	private Path scratch;

	@Test
	void haveNamesOfTheirOwn() {
		List<JsonNode> dashboards = dashboards().toList();
		assertThat(dashboards).isNotEmpty();
		assertThat(dashboards).extracting((dashboard) -> dashboard.get("uid").asString())
			.doesNotHaveDuplicates()
			.allMatch((uid) -> uid.startsWith("otus-"));
		assertThat(dashboards).extracting((dashboard) -> dashboard.get("title").asString()).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void asksAQuestionWithEachPanelAndGivesItsUnit(JsonNode dashboard) {
		assertThat(panels(dashboard)).isNotEmpty().allSatisfy((panel) -> {
			assertThat(panel.get("title").asString()).contains("?");
			assertThat(panel.get("description").asString()).isNotEmpty();
			assertThat(panel.at("/fieldConfig/defaults/unit").asString()).isNotEmpty();
			assertThat(panel.at("/fieldConfig/defaults/thresholds/steps").size()).isPositive();
			assertThat(panel.get("targets").size()).isPositive();
		});
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void putsNoPanelUponAnother(JsonNode dashboard) {
		var taken = new HashSet<String>();
		dashboard.get("panels").forEach((panel) -> {
			JsonNode place = panel.get("gridPos");
			int left = place.get("x").asInt();
			int right = left + place.get("w").asInt();
			int top = place.get("y").asInt();
			assertThat(right).isLessThanOrEqualTo(COLUMNS);
			IntStream.range(left, right)
				.forEach((x) -> IntStream.range(top, top + place.get("h").asInt())
					.forEach((y) -> assertThat(taken.add(x + " " + y)).as(panel.get("title").asString()).isTrue()));
		});
		assertThat(dashboard.get("panels").valueStream().map((panel) -> panel.get("id").asInt()))
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void asksThePrometheusThatIsProvided(JsonNode dashboard) throws IOException {
		String source = Files.readString(FOLDER.resolve("provisioning/datasources/prometheus.yml"));
		assertThat(dashboard.findValues("datasource")).isNotEmpty()
			.extracting((used) -> used.get("uid").asString())
			.allMatch((uid) -> source.contains("uid: " + uid + "\n"));
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void leadsOnlyToDashboardsThatAreThere(JsonNode dashboard) {
		List<String> known = dashboards().map((other) -> "/d/" + other.get("uid").asString()).toList();
		assertThat(panels(dashboard).flatMap((panel) -> panel.path("links").valueStream()))
			.extracting((link) -> link.get("url").asString())
			.isSubsetOf(known);
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void asksWhatPrometheusUnderstands(JsonNode dashboard) throws IOException {
		Promtool.accepts(panels(dashboard).flatMap((panel) -> panel.get("targets").valueStream())
			.map((target) -> target.get("expr").asString())
			.map((expression) -> expression.replace("$__rate_interval", "1m").replace("$application", ".*"))
			.toList(), this.scratch);
	}

	private static Stream<JsonNode> panels(JsonNode dashboard) {
		return dashboard.get("panels").valueStream().filter((panel) -> !"row".equals(panel.get("type").asString()));
	}

	private static Stream<JsonNode> dashboards() {
		try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
			var json = new JsonMapper();
			return files.sorted().map((file) -> json.readTree(file)).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
