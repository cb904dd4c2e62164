package social.websocket.change;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import social.platform.passport.UserId;
import social.websocket.socket.Frame;
import social.websocket.socket.Protocol;

import static org.assertj.core.api.Assertions.assertThat;

class PostFrameTests {

	@Test
	void holdsALongTextWhole() {
		String text = "ж".repeat(8192);
		assertThat(frame(text).json()).contains(text);
		assertThat(frame(text).bytes()).isBetween(16_384, 16_600);
	}

	@Test
	void shortensWhatWouldBreakAConnection() {
		assertThat(frame("\u0001".repeat(16_384)).bytes()).isBetween(60_000, 65_535);
	}

	@Test
	void cutsNoCharacterInTwo() {
		String text = "\u0001".repeat(9_999) + "👋" + "\u0001".repeat(6_000);
		assertThat(frame(text).json()).contains("\\u0001…").doesNotContain("\uD83D");
	}

	@ParameterizedTest
	@MethodSource("texts")
	void takesNoMoreThanItSays(String text) {
		PostFrame frame = post(text);
		int weight = frame.weight();
		int length = text.length();
		for (Protocol protocol : Protocol.values()) {
			length += Objects.requireNonNull(frame.in(protocol)).json().length();
		}
		assertThat(weight).isBetween(2 * length, 2 * length + 24_000);
	}

	static Stream<String> texts() {
		return Stream.of("x", "ж".repeat(8192), "\u0001".repeat(16_384), "\"\\".repeat(8_192), "👋".repeat(4096));
	}

	private static Frame.Text frame(String text) {
		return Objects.requireNonNull(post(text).in(Protocol.PLAIN));
	}

	private static PostFrame post(String text) {
		var post = new Change.PostCreated(1, UUID.randomUUID(), new UserId(UUID.randomUUID()), text, 1, Instant.EPOCH);
		return new PostFrame(post, JsonMapper.shared());
	}

}
