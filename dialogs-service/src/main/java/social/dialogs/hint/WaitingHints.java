package social.dialogs.hint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * Keeps hints, in order, until the broker has confirmed them: so many and so large at
 * most. A newer hint is worth more than an older one, so that it is the oldest which
 * makes room.
 */
@Component
class WaitingHints {

	private final Deque<Hint> hints = new ArrayDeque<>();

	private final int most;

	private final long mostBytes;

	private final Counter published;

	private final Counter dropped;

	private long numbered;

	private long bytes;

	WaitingHints(HintProperties properties, MeterRegistry metrics) {
		this.most = properties.waiting();
		this.mostBytes = properties.waitingBytes().toBytes();
		this.published = Counter.builder("social.dialog.hint.published")
			.description("Hints that the broker has confirmed")
			.register(metrics);
		this.dropped = Counter.builder("social.dialog.hint.dropped")
			.description("Hints that made room for newer ones")
			.register(metrics);
		Gauge.builder("social.dialog.hint.waiting", this::size)
			.description("Hints that the broker has not confirmed")
			.register(metrics);
	}

	synchronized void add(byte[] body, String requestId) {
		this.hints.addLast(new Hint(++this.numbered, body, requestId));
		this.bytes += body.length;
		while (this.hints.size() > this.most || this.bytes > this.mostBytes) {
			remove(this.dropped);
		}
		notifyAll();
	}

	/** The oldest, which stay; an empty list after a pause without any. */
	synchronized List<Hint> oldest(int limit, long pauseMillis) throws InterruptedException {
		if (this.hints.isEmpty()) {
			wait(pauseMillis);
		}
		return this.hints.stream().limit(limit).toList();
	}

	/** Lets go of those that the broker has confirmed. */
	synchronized void confirmed(Hint last) {
		while (!this.hints.isEmpty() && this.hints.getFirst().number() <= last.number()) {
			remove(this.published);
		}
	}

	synchronized int size() {
		return this.hints.size();
	}

	private void remove(Counter as) {
		this.bytes -= this.hints.removeFirst().body().length;
		as.increment();
	}

}
