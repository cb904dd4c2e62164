package social.websocket.push;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

import social.websocket.change.Change;

/**
 * Passes every change on once and in order, though the broker delivers at least once and
 * forgets this instance's queue whenever the connection breaks.
 * <p>
 * Positions have no gaps: one seen before is a repetition, one too far ahead means that
 * some were missed, and those are fetched from the log.
 */
@Component
class Sequence {

	private static final Logger log = LoggerFactory.getLogger(Sequence.class);

	private final ChangeLog changes;

	private final Pusher pusher;

	private final PushProperties properties;

	private final RetryTemplate retry;

	private final RetryTemplate untilItWorks;

	private final Lock lock = new ReentrantLock();

	private long last;

	private long heard;

	private volatile boolean begun;

	Sequence(ChangeLog changes, Pusher pusher, PushProperties properties) {
		this.changes = changes;
		this.pusher = pusher;
		this.properties = properties;
		this.retry = new RetryTemplate(RetryPolicy.builder()
			.maxRetries(Long.MAX_VALUE)
			.delay(properties.pause())
			.timeout(properties.patience())
			.build());
		this.untilItWorks = new RetryTemplate(
				RetryPolicy.builder().maxRetries(Long.MAX_VALUE).delay(properties.pause()).build());
	}

	/** Takes a change from the broker. */
	void accept(Change change) {
		locked(() -> {
			if (!this.begun) {
				this.heard = Math.max(this.heard, change.position());
				return;
			}
			if (change.position() > this.last + 1) {
				log.info("Changes {} to {} are fetched from the log", this.last + 1, change.position() - 1);
				catchUp(change.position() - 1);
			}
			pass(change);
		});
	}

	/**
	 * The broker delivers from now on. What was published while it did not is only in the
	 * log, and may be the last for a long time, so no message is waited for. At the start
	 * the place in the order is asked for, as often as it takes; nobody is let in before.
	 */
	void resume() {
		if (this.begun) {
			catchUp();
			return;
		}
		long position = this.untilItWorks.invoke(this.changes::position);
		locked(() -> {
			if (!this.begun) {
				begin(position);
			}
			catchUp(Math.max(this.last, this.heard));
		});
	}

	/** Asks as often as it takes: if no message comes, nobody else will. */
	private void catchUp() {
		try {
			locked(() -> fetch(this.last));
		}
		catch (RuntimeException ex) {
			log.warn("Whether changes were missed can't be told yet: {}", ex.getMessage());
			this.untilItWorks.invoke(() -> locked(() -> fetch(this.last)));
		}
	}

	private void catchUp(long target) {
		try {
			this.retry.invoke(() -> fetch(target));
		}
		catch (RuntimeException ex) {
			if (this.last < target) {
				beginAnew(target, String.valueOf(ex.getMessage()));
			}
		}
	}

	private void fetch(long target) {
		List<Change> page;
		do {
			page = this.changes.after(this.last);
			page.forEach(this::pass);
		}
		while (page.size() == this.properties.page());
		if (this.last < target) {
			// the relay may publish a moment before its transaction ends
			throw new IllegalStateException("the log ends at %d (expected: %d)".formatted(this.last, target));
		}
	}

	private void pass(Change change) {
		if (change.position() > this.last + 1) {
			beginAnew(change.position() - 1, "the log begins at %d".formatted(change.position()));
		}
		if (change.position() == this.last + 1) {
			this.last = change.position();
			this.pusher.push(change);
		}
	}

	private void beginAnew(long position, String reason) {
		log.warn("Changes {} to {} are missed by those connected here: {}", this.last + 1, position, reason);
		this.pusher.giveUp();
		begin(position);
	}

	private void begin(long position) {
		this.last = position;
		this.begun = true;
		this.pusher.begin(position);
	}

	private void locked(Runnable work) {
		this.lock.lock();
		try {
			work.run();
		}
		finally {
			this.lock.unlock();
		}
	}

}
