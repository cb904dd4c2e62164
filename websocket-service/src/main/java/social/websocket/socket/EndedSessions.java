package social.websocket.socket;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The sessions that have ended before their tokens did: no socket of theirs stays open,
 * nor is one opened. Each is kept in mind until the last token with which somebody could
 * try has ended; their number is bounded by that of logins.
 */
@Component
public class EndedSessions {

	private final Map<String, Instant> ended = new ConcurrentHashMap<>();

	private volatile Runnable whenMore = () -> {
	};

	/** Takes note of some, and until when; it does no harm to hear of one twice. */
	public void add(Map<String, Instant> sessions) {
		boolean more = !this.ended.keySet().containsAll(sessions.keySet());
		this.ended.putAll(sessions);
		if (more) {
			this.whenMore.run();
		}
	}

	void whenMore(Runnable close) {
		this.whenMore = close;
	}

	boolean include(@Nullable String session) {
		return session != null && this.ended.containsKey(session);
	}

	void prune(Instant now) {
		this.ended.values().removeIf((until) -> until.isBefore(now));
	}

}
