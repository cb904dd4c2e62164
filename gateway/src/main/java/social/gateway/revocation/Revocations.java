package social.gateway.revocation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * The sessions that have ended while tokens of theirs may still be good.
 * <p>
 * No more than logins of half an hour, each of which costs a password's hash: their
 * number needs no other bound.
 */
@Component
public class Revocations {

	private final Clock clock;

	private final Map<UUID, Instant> ended = new ConcurrentHashMap<>();

	private volatile boolean known;

	Revocations(Clock clock) {
		this.clock = clock;
	}

	/** Whether they are known: nobody can tell good tokens from bad before. */
	public boolean areKnown() {
		return this.known;
	}

	/** Whether a session has ended. */
	public boolean include(UUID session) {
		return this.ended.containsKey(session);
	}

	/** Takes note of some; it does no harm to hear of one twice. */
	void add(Collection<Revocation> revocations) {
		revocations.forEach((revocation) -> this.ended.put(revocation.sessionId(), revocation.until()));
	}

	/** All are here that there were when somebody asked. */
	void complete() {
		this.known = true;
		Instant now = this.clock.instant();
		this.ended.values().removeIf((until) -> until.isBefore(now));
	}

}
