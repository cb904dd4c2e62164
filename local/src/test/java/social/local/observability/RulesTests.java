package social.local.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules by which Prometheus calls somebody. */
class RulesTests {

	private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

	@Test
	void areUnderstood() throws IOException {
		Promtool.accepts("check", "config", "prometheus.yml");
	}

	@Test
	void eachAlertFiresInOneCaseAndIsQuietInAnother() throws IOException {
		Promtool.accepts("test", "rules", "tests/alerts.yml");
		String cases = Files.readString(Promtool.FOLDER.resolve("tests/alerts.yml"));
		assertThat(alerts()).allSatisfy((alert) -> assertThat(cases).contains("name: %s fires".formatted(alert))
			.contains("name: %s is quiet".formatted(alert)));
	}

	@Test
	void eachAlertIsExplainedToOperators() throws IOException {
		String operations = Files.readString(Path.of("../docs/operations.md"));
		assertThat(alerts()).allSatisfy((alert) -> assertThat(operations).contains("#### " + alert + "\n"));
	}

	private static List<String> alerts() throws IOException {
		return ALERT.matcher(Files.readString(Promtool.FOLDER.resolve("rules/alerts.yml")))
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
	}

}
