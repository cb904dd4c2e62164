package social.local.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Progress is a line for each part. */
class LinesTests {

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private final PrintStream out = new PrintStream(this.printed);

	@Test
	void inAFileEachStepIsALine() {
		var lines = new Lines(this.out, false);
		lines.starting("redis");
		lines.ready("redis", Duration.ofMillis(1250));
		assertThat(this.printed.toString().lines()).containsExactly("redis                starting",
				"redis                ready after 1.3 s");
	}

	@Test
	void onATerminalALineChangesWhereItStands() {
		var lines = new Lines(this.out, true);
		lines.starting("redis");
		lines.starting("postgres");
		lines.ready("redis", Duration.ofSeconds(1));
		assertThat(this.printed.toString()).endsWith("\033[2A\r\033[Kredis                ready after 1.0 s\033[2B\r");
	}

}
