package social.local.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import social.local.command.Walk;

import static org.assertj.core.api.Assertions.assertThat;

/** The lines that {@code ./mesh up} offers for pasting work when they are pasted. */
class WalkTests {

	@Test
	void works() throws IOException {
		String walk = Walk.at(RunningMesh.get().gateway().endpoint());
		String script = walk.lines()
			.filter((line) -> line.startsWith("  ") && !line.contains("wscat"))
			.collect(Collectors.joining("\n"));
		Process shell = new ProcessBuilder("bash", "-eu", "-c", script).redirectErrorStream(true).start();
		String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(shell.onExit().join().exitValue()).as(printed).isZero();
		assertThat(printed).contains("Котов", "Всем привет", "Привет, как дела?").doesNotContain("message");
	}

}
