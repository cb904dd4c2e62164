package social.websocket.dialog;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import social.websocket.session.Arrived;
import social.websocket.session.Audience;
import social.websocket.socket.Protocol;

/**
 * Passes messages on to their receivers. One that comes twice is sent twice: clients know
 * it by its {@code seq}. One that was lost shows in what is unread, which is told
 * whenever some may have been.
 */
@Component
class Mail {

	private final Audience audience;

	private final Unread unread;

	private final JsonMapper json;

	private final ObjectReader messages;

	Mail(Audience audience, Unread unread, JsonMapper json) {
		this.audience = audience;
		this.unread = unread;
		this.json = json;
		this.messages = json.readerFor(MessageSent.class)
			.with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
					DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
	}

	/**
	 * Takes a message from the broker; one of a type that came later is passed over.
	 * @throws JacksonException if it can't be read
	 */
	void accept(byte[] payload) {
		JsonNode message = this.json.readTree(payload);
		if ("message.sent".equals(message.required("type").stringValue())) {
			pass(this.messages.readValue(message));
		}
	}

	/** Messages may have been lost until now. */
	void resume() {
		this.audience.users(Protocol.OTUS_V2).forEach(this.unread::ask);
	}

	@EventListener
	void arrived(Arrived arrived) {
		if (arrived.socket().protocol() == Protocol.OTUS_V2) {
			this.unread.ask(arrived.socket().user());
		}
	}

	private void pass(MessageSent message) {
		this.unread.outdate(message.toUserId());
		this.audience.tell(message.toUserId(), new MessageFrame(message, this.json));
	}

}
