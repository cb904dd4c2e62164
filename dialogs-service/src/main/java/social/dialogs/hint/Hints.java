package social.dialogs.hint;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import social.platform.request.RequestIds;

/**
 * Tells of new messages, to whoever listens, without a promise: the message itself is
 * safe in the database, and who missed the hint finds it there.
 * <p>
 * Hints of one dialog may change places where two people write at once, and come twice
 * after a failure: the place in the dialog tells.
 */
@Component
public class Hints {

	private final WaitingHints waiting;

	private final JsonMapper json;

	Hints(WaitingHints waiting, JsonMapper json) {
		this.waiting = waiting;
		this.json = json;
	}

	/** Tells of a message, once it is committed. Nobody waits for the broker. */
	public void tell(MessageSent message) {
		this.waiting.add(this.json.writeValueAsBytes(message), RequestIds.currentOrNew());
	}

}
