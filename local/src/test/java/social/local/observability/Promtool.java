package social.local.observability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Prometheus' own judge of files, where it is installed. */
final class Promtool {

	static final Path FOLDER = Path.of("../observability/prometheus").toAbsolutePath().normalize();

	private static final Path PROGRAM = Path.of("/usr/bin/promtool");

	private Promtool() {
	}

	/** Says what is wrong; passes over what can't be judged here. */
	static void accepts(String... words) throws IOException {
		assumeThat(PROGRAM).isExecutable();
		var command = new ArrayList<>(List.of(PROGRAM.toString()));
		command.addAll(List.of(words));
		Process process = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.onExit().join().exitValue()).as(said).isZero();
	}

	/** Says which of some expressions can't be understood. */
	static void accepts(List<String> expressions, Path scratch) throws IOException {
		var rules = new StringBuilder("groups:\n  - name: panels\n    rules:\n");
		for (int number = 0; number < expressions.size(); number++) {
			rules.append("      - { record: \"panel:%d\", expr: '%s' }%n".formatted(number,
					expressions.get(number).replace("'", "''")));
		}
		accepts("check", "rules", Files.writeString(scratch.resolve("panels.yml"), rules).toString());
	}

}
