package social.users.revocation;

import java.util.Collection;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** Takes access tokens back before they end by themselves. */
@Component
public class Revocations {

	private final RevocationStore store;

	private final RevocationPublisher publisher;

	Revocations(RevocationStore store, RevocationPublisher publisher) {
		this.store = store;
		this.publisher = publisher;
	}

	/** Takes back what was issued in these sessions, in the transaction under way. */
	public void add(Collection<UUID> sessions) {
		this.store.add(sessions);
	}

	/**
	 * Tells everybody at once of what was committed. Nobody waits for that, and who does
	 * not hear it finds it when they next ask.
	 */
	public void announce(Collection<UUID> sessions) {
		if (!sessions.isEmpty()) {
			this.publisher.publish(this.store.revoked(sessions));
		}
	}

}
