package social.websocket.change;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;
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

	private static Frame.Text frame(String text) {
		var post = new Change.PostCreated(1, UUID.randomUUID(), new UserId(UUID.randomUUID()), text, 1, Instant.EPOCH);
		return Objects.requireNonNull(new PostFrame(post, JsonMapper.shared()).in(Protocol.PLAIN));
	}

}
