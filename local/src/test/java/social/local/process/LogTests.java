package social.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Of a log one line is told: the one that says why. */
class LogTests {

	@TempDir
	private Path folder;

	@Test
	void tellsTheLastFault() throws IOException {
		assertThat(lastFault("Starting\nCaused by: java.net.BindException: in use\n\tat Net.java\nBye\n"))
			.isEqualTo("Caused by: java.net.BindException: in use");
	}

	@Test
	void tellsWhatTheFrameworkMakesOfAFault() throws IOException {
		assertThat(lastFault("ERROR: failed\n\nDescription:\n\nPort 1 was already in use.\n\nAction:\n\nStop it.\n"))
			.isEqualTo("Port 1 was already in use.");
	}

	@Test
	void tellsTheLastLineWhereNothingLooksLikeAFault() throws IOException {
		assertThat(lastFault("Starting\nStopped\n\n")).isEqualTo("Stopped");
	}

	@Test
	void tellsThatThereIsNothing() throws IOException {
		assertThat(lastFault("")).isEqualTo("it printed nothing");
		assertThat(new Log(this.folder.resolve("absent")).lastFault()).isEqualTo("it printed nothing");
	}

	private String lastFault(String printed) throws IOException {
		return new Log(Files.writeString(this.folder.resolve("log"), printed)).lastFault();
	}

}
