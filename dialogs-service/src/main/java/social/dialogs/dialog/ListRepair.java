package social.dialogs.dialog;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks now and then for dialogs that are not in the lists of both, and enters them. Any
 * number of instances may.
 */
@Component
@EnableConfigurationProperties(ListProperties.class)
class ListRepair implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ListRepair.class);

	private static final Duration STOP = Duration.ofSeconds(5);

	private final Lists lists;

	private final ListProperties properties;

	private volatile boolean running;

	private @Nullable Thread thread;

	ListRepair(Lists lists, ListProperties properties) {
		this.lists = lists;
		this.properties = properties;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name("lists").start(this::run);
	}

	@Override
	public void stop() {
		this.running = false;
		LockSupport.unpark(this.thread);
		try {
			if (this.thread != null) {
				this.thread.join(STOP);
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

	private void run() {
		while (this.running) {
			LockSupport.parkNanos(this.properties.repair().toNanos());
			repair();
		}
	}

	private void repair() {
		try {
			for (Dialog dialog : this.lists.missing(this.properties.batch())) {
				if (this.running) {
					this.lists.enter(dialog);
				}
			}
		}
		catch (RuntimeException ex) {
			log.info("Lists are not complete yet: {}", ex.getMessage());
		}
	}

}
