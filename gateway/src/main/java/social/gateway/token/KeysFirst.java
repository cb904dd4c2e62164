package social.gateway.token;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import social.gateway.key.KeySet;
import social.gateway.revocation.RevocationPoll;

/**
 * Keeps the port closed until good tokens can be told from bad, so that a gateway which
 * comes back takes no request from the others only to refuse it. If that can't be known
 * soon it opens all the same: there is much that needs no token.
 */
@Component
class KeysFirst implements SmartLifecycle {

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final Tokens tokens;

	private final KeySet keys;

	private final RevocationPoll revocations;

	private final TokenProperties properties;

	private volatile boolean running;

	KeysFirst(Tokens tokens, KeySet keys, RevocationPoll revocations, TokenProperties properties) {
		this.tokens = tokens;
		this.keys = keys;
		this.revocations = revocations;
		this.properties = properties;
	}

	@Override
	public void start() {
		long end = System.nanoTime() + this.properties.patience().toNanos();
		while (!this.tokens.canBeVerified() && System.nanoTime() < end) {
			this.keys.keepFresh();
			this.revocations.ask();
			LockSupport.parkNanos(PAUSE.toNanos());
		}
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the port opens, and before the gateway warms up. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 2;
	}

}
