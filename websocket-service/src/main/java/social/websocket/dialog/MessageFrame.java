package social.websocket.dialog;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import social.platform.passport.UserId;
import social.websocket.socket.Frame;
import social.websocket.socket.Protocol;

/**
 * A message, written down once for all sockets of its receiver; under the audience's
 * lock.
 */
class MessageFrame implements Frame {

	private final MessageSent message;

	private final JsonMapper json;

	private @Nullable Text typed;

	MessageFrame(MessageSent message, JsonMapper json) {
		this.message = message;
		this.json = json;
	}

	@Override
	public @Nullable Text in(Protocol protocol) {
		return switch (protocol) {
			case PLAIN -> null;
			case OTUS_V2 -> typed();
		};
	}

	private Text typed() {
		Text written = this.typed;
		if (written == null) {
			written = Text.around(this.message.text(), this::write);
			this.typed = written;
		}
		return written;
	}

	private String write(String text, boolean cut) {
		return this.json.writeValueAsString(new TypedMessage("message.sent", this.message.messageId(),
				this.message.seq(), this.message.fromUserId(), this.message.toUserId(), text, cut ? Boolean.TRUE : null,
				this.message.unread(), this.message.at()));
	}

	/** The words of {@link Protocol#OTUS_V2}. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record TypedMessage(String type, UUID messageId, long seq, UserId fromUserId, UserId toUserId, String text,
			@Nullable Boolean cut, long unread, Instant at) {
	}

}
