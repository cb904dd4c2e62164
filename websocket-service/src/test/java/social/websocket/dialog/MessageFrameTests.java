package social.websocket.dialog;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import social.backing.Contracts;
import social.websocket.socket.Frame;
import social.websocket.socket.Protocol;

import static org.assertj.core.api.Assertions.assertThat;

class MessageFrameTests {

	private final Contracts contract = Contracts.broker();

	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	@Test
	void isWhatTheContractSays() {
		String frame = typed("Привет, как дела?").json();
		this.contract.check("MessageSentFrame", frame);
		assertThat(this.contract.examples("MessageSentFrame")).containsExactly(frame);
	}

	@Test
	void saysWhereATextIsCut() {
		Frame.Text frame = typed("\u0001".repeat(16_384));
		assertThat(frame.bytes()).isBetween(60_000, 65_000);
		assertThat(frame.json()).contains("…\",\"cut\":true");
		this.contract.check("MessageSentFrame", frame.json());
	}

	@Test
	void isNothingForPlainSockets() {
		assertThat(frame("hello").in(Protocol.PLAIN)).isNull();
	}

	private Frame.Text typed(String text) {
		return Objects.requireNonNull(frame(text).in(Protocol.OTUS_V2));
	}

	private MessageFrame frame(String text) {
		String example = this.contract.examples("MessageSent").getFirst();
		var sent = this.json.readValue(example.replaceFirst("\\{", "{\"added_later\":{\"x\":[1]},"), MessageSent.class);
		return new MessageFrame(new MessageSent(sent.messageId(), sent.seq(), sent.fromUserId(), sent.toUserId(), text,
				sent.unread(), sent.at()), this.json);
	}

}
