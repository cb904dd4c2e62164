package social.local.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import social.local.command.Walk;

import static org.assertj.core.api.Assertions.assertThat;

/** The lines that people are offered for pasting work when they are pasted. */
class WalkTests {

	private final String endpoint = RunningMesh.get().gateway().endpoint();

	@Test
	void theWalkOfTheLauncherWorks() throws IOException {
		assertThat(paste(Walk.at(this.endpoint).lines().filter((line) -> line.startsWith("  ")))).contains("Ким",
				"Привет из Москвы", "Как дела?", "X-Auth: ey");
	}

	@Test
	void theWalkOfTheReadmeWorks() throws IOException {
		String readme = Files.readString(Path.of("../README.md"));
		String walk = readme.split("## A walk", 2)[1].split("```bash\n", 2)[1].split("```", 2)[0];
		assertThat(paste(
				walk.replace("http://localhost:8080", this.endpoint).lines().filter((line) -> !line.contains("npx"))))
			.contains("Привет из Москвы", "Как дела?");
	}

	/** Whoever does not find the post yet looks at the feed again. */
	private static String patient(String line) {
		return line.contains("/post/feed?")
				? "for look in {1..300}; do %s | grep Привет && break; sleep 0.1; done".formatted(line) : line;
	}

	private static String paste(Stream<String> lines) throws IOException {
		String script = lines.map(WalkTests::patient).collect(Collectors.joining("\n"));
		Process shell = new ProcessBuilder("bash", "-eu", "-c", script).redirectErrorStream(true).start();
		String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(shell.onExit().join().exitValue()).as(printed).isZero();
		assertThat(printed).doesNotContain("\"message\"");
		return printed;
	}

}
