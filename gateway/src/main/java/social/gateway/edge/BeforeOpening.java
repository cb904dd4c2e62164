package social.gateway.edge;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** What a gateway does when all its parts are made, before its port opens. */
public abstract class BeforeOpening implements SmartLifecycle {

	private final Step step;

	private volatile boolean running;

	protected BeforeOpening(Step step) {
		this.step = step;
	}

	/** Does it; the port stays closed until then. */
	protected abstract void prepare();

	@Override
	public final void start() {
		prepare();
		this.running = true;
	}

	@Override
	public final void stop() {
		this.running = false;
	}

	@Override
	public final boolean isRunning() {
		return this.running;
	}

	@Override
	public final int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - Step.values().length + this.step.ordinal();
	}

	/** One after the other, in this order. */
	public enum Step {

		/** Learns which tokens are good. */
		KEYS,

		/** Warms up, with tokens too. */
		WARM_UP,

		/** Learns which of the tokens have ended meanwhile. */
		REVOCATIONS

	}

}
