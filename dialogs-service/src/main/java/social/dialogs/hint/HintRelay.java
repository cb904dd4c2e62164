package social.dialogs.hint;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Brings the hints of this instance to the broker, however long the broker is away. At
 * the end it brings away what the last requests left, unless the broker fails.
 */
@Component
class HintRelay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(HintRelay.class);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final WaitingHints hints;

	private final HintPublisher publisher;

	private final HintProperties properties;

	private volatile boolean running;

	private boolean failing;

	private @Nullable Thread thread;

	HintRelay(WaitingHints hints, HintPublisher publisher, HintProperties properties) {
		this.hints = hints;
		this.publisher = publisher;
		this.properties = properties;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name("hints").start(this::run);
	}

	@Override
	public void stop() {
		this.running = false;
		LockSupport.unpark(this.thread);
		try {
			if (this.thread != null) {
				this.thread.join(this.properties.confirmTimeout());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** After the last request was answered, before the connection is closed. */
	@Override
	public int getPhase() {
		return 0;
	}

	private void run() {
		try {
			while (this.running || (!this.failing && this.hints.size() > 0)) {
				publish(this.hints.oldest(this.properties.batch(), PAUSE.toMillis()));
			}
		}
		catch (InterruptedException ex) {
			this.running = false;
		}
	}

	private void publish(List<Hint> batch) {
		if (batch.isEmpty()) {
			return;
		}
		try {
			this.publisher.publish(batch);
			this.hints.confirmed(batch.getLast());
			become(false, "the broker takes them");
		}
		catch (RuntimeException ex) {
			become(true, String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex)));
			rest();
		}
	}

	private void rest() {
		if (this.running) {
			LockSupport.parkNanos(this.properties.retry().toNanos());
		}
	}

	private void become(boolean failing, String reason) {
		if (failing != this.failing) {
			this.failing = failing;
			log.warn("Hints {}: {}", failing ? "wait" : "go out again", reason);
		}
	}

}
