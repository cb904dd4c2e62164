package social.local.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be understood ends with the usage and 2. */
class MainTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "fly", "up --fast", "up --scale discovery=2", "up --scale posts-service",
			"up --scale posts-service=0", "up --scale posts-service-2=2", "up --port nothing=1", "logs", "restart",
			"batch on", "seed", "seed --people few", "seed --people 2 --friends 20001", "down --wipe now", "feeds",
			"feeds burn", "feeds rebuild --user me", "feeds audit --sample 0", "dialogs", "dialogs burn",
			"dialogs audit now", "dlq", "dlq replay", "dlq list all", "keys", "keys burn", "keys rotate now",
			"keys replace --passport", "drill --fault nothing", "drill --writes 0", "drill --endpoint x",
			"drill --strike x", "drill --endpoint x --strike x --fault redis", "drill --seed x", "drill --sockets 0",
			"roll --rate 0", "bench", "bench speed", "bench push --followers 10 --online 11",
			"bench sockets --minutes 0" })
	void explainsItself(String words) {
		var printed = new ByteArrayOutputStream();
		PrintStream before = System.err;
		System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
		try {
			assertThat(Main.run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(2);
		}
		finally {
			System.setErr(before);
		}
		assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("mesh: ").contains("./mesh up [-d]");
	}

	@Test
	void theWalkNamesTheEndpointAndItsSocket() {
		assertThat(Walk.at("http://localhost:9090")).contains("api=http://localhost:9090")
			.contains("ws://localhost:9090/post/feed/posted")
			.doesNotContain("{endpoint}", "{socket}");
	}

}
