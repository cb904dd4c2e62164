package social.gateway.token;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import social.gateway.key.KeySet;
import social.gateway.revocation.RevocationPoll;
import social.gateway.revocation.Revocations;

/**
 * Keeps the port closed until good tokens can be told from bad, so that a gateway which
 * comes back takes no request from the others only to refuse it. If that can't be known
 * soon it opens all the same: there is much that needs no token.
 */
@Component
class KeysFirst implements SmartLifecycle {

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final KeySet keys;

	private final Revocations revocations;

	private final RevocationPoll poll;

	private final TokenProperties properties;

	private volatile boolean running;

	KeysFirst(KeySet keys, Revocations revocations, RevocationPoll poll, TokenProperties properties) {
		this.keys = keys;
		this.revocations = revocations;
		this.poll = poll;
		this.properties = properties;
	}

	@Override
	public void start() {
		long end = System.nanoTime() + this.properties.patience().toNanos();
		while (unknown() && System.nanoTime() < end) {
			this.keys.keepFresh();
			this.poll.ask();
			LockSupport.parkNanos(PAUSE.toNanos());
		}
		this.running = true;
	}

	private boolean unknown() {
		return this.keys.isEmpty() || !this.revocations.areKnown();
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the port opens. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
	}

}
