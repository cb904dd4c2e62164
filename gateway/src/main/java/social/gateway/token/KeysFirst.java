package social.gateway.token;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.springframework.stereotype.Component;

import social.gateway.edge.BeforeOpening;
import social.gateway.key.KeySet;
import social.gateway.revocation.RevocationPoll;

/**
 * Keeps the port closed until good tokens can be told from bad, so that a gateway which
 * comes back takes no request from the others only to refuse it. If that can't be known
 * soon it opens all the same: there is much that needs no token.
 */
@Component
class KeysFirst extends BeforeOpening {

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final Tokens tokens;

	private final KeySet keys;

	private final RevocationPoll revocations;

	private final TokenProperties properties;

	KeysFirst(Tokens tokens, KeySet keys, RevocationPoll revocations, TokenProperties properties) {
		super(Step.KEYS);
		this.tokens = tokens;
		this.keys = keys;
		this.revocations = revocations;
		this.properties = properties;
	}

	@Override
	protected void prepare() {
		long end = System.nanoTime() + this.properties.patience().toNanos();
		while (!this.tokens.canBeVerified() && System.nanoTime() < end) {
			this.keys.keepFresh();
			this.revocations.ask();
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

}
