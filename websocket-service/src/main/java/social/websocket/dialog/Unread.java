package social.websocket.dialog;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import social.platform.passport.UserId;
import social.platform.request.RequestIds;
import social.websocket.session.Audience;
import social.websocket.session.Turns;

/**
 * Asks dialogs-service how much users have not read, and tells them. Nobody waits for
 * that; who can't be told is left in peace.
 */
@Component
class Unread {

	private static final Logger log = LoggerFactory.getLogger(Unread.class);

	private final Audience audience;

	private final RestClient dialogs;

	private final Turns turns;

	private final Counter unknown;

	// who is asked about, and whether the answer on its way may be too old
	private final Map<UserId, Boolean> asked = new ConcurrentHashMap<>();

	Unread(Audience audience, RestClient dialogs, UnreadProperties properties, MeterRegistry meters) {
		this.audience = audience;
		this.dialogs = dialogs;
		this.turns = new Turns(properties.questions(), properties.patience());
		this.unknown = meters.counter("social.websocket.unread.unknown");
	}

	/** Tells a user soon: one answer for all sockets that open until it is there. */
	void ask(UserId user) {
		if (this.asked.putIfAbsent(user, false) == null) {
			String requestId = RequestIds.current();
			Thread.startVirtualThread(() -> RequestIds.run(requestId, () -> find(user)));
		}
	}

	/** More is unread than an answer may say that is on its way. */
	void outdate(UserId user) {
		this.asked.computeIfPresent(user, (key, outdated) -> true);
	}

	private void find(UserId user) {
		try {
			UnreadFrame frame;
			do {
				frame = inTurn(user);
			}
			while (!told(user, frame));
		}
		// whatever it was, the user may be asked about again
		catch (RuntimeException ex) {
			this.asked.remove(user);
			this.unknown.increment();
			log.debug("What {} has not read can't be told: {}", user, ex.getMessage());
		}
	}

	private UnreadFrame inTurn(UserId user) {
		if (!this.turns.take()) {
			throw new IllegalStateException("too many ask at once");
		}
		try {
			return question(user);
		}
		finally {
			this.turns.giveBack();
		}
	}

	private UnreadFrame question(UserId user) {
		JsonNode answer = this.dialogs.get().uri("/internal/unread/{user}", user).retrieve().body(JsonNode.class);
		return new UnreadFrame(Objects.requireNonNull(answer).required("total").longValue(),
				answer.required("dialogs").longValue());
	}

	private boolean told(UserId user, UnreadFrame frame) {
		return this.asked.computeIfPresent(user, (key, outdated) -> {
			if (outdated) {
				return false;
			}
			this.audience.tell(user, frame);
			return null;
		}) == null;
	}

}
