package social.gateway.revocation;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Asks for what no message told: all at the start, then what came since. While questions
 * fail, what is known holds.
 */
@Component
public class RevocationPoll implements SchedulingConfigurer {

	private static final Logger log = LoggerFactory.getLogger(RevocationPoll.class);

	private static final String BEGINNING = "0";

	private final RevocationSource source;

	private final Revocations revocations;

	private final Duration period;

	private final AtomicBoolean asking = new AtomicBoolean();

	private volatile String place = BEGINNING;

	private volatile boolean more;

	private volatile boolean failing;

	RevocationPoll(RevocationSource source, Revocations revocations, RevocationProperties properties) {
		this.source = source;
		this.revocations = revocations;
		this.period = properties.poll();
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar tasks) {
		tasks.addFixedDelayTask(this::ask, this.period);
	}

	/** Asks, unless it still waits for an answer. */
	public void ask() {
		question().subscribe();
	}

	/** The same, and ends when there is an answer, or none in time. */
	Mono<Void> question() {
		return Mono.defer(() -> this.asking.compareAndSet(false, true) ? pages() : Mono.empty());
	}

	private Mono<Void> pages() {
		return Mono.defer(() -> this.source.since(this.place))
			.doOnNext(this::take)
			.repeat(() -> this.more)
			.then()
			.doOnSuccess((done) -> this.failing = false)
			.doOnError(this::keep)
			.onErrorComplete()
			.doFinally((signal) -> this.asking.set(false));
	}

	private void take(RevocationPage page) {
		this.revocations.add(page.revocations());
		this.place = page.next();
		this.more = page.more();
		if (!page.more()) {
			this.revocations.complete();
		}
	}

	private void keep(Throwable failure) {
		if (!this.failing) {
			log.warn("Ended sessions can't be asked for: {}", failure.toString());
		}
		this.failing = true;
	}

}
