package social.posts.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import social.posts.relay.RelaySession.Backlog;

/**
 * Shows what waits to be published, and what goes. Each instance shows the same log: take
 * the maximum. An instance that stands by takes what went within the last second for what
 * waits.
 */
@Component
@Profile("!feed-worker")
class RelayMetrics {

	private volatile Backlog backlog = new Backlog(0, 0, null);

	private final DistributionSummary batches;

	RelayMetrics(MeterRegistry registry) {
		Gauge.builder("social.outbox.pending", () -> this.backlog.pending())
			.description("Changes that are not yet published")
			.register(registry);
		Gauge.builder("social.outbox.position", () -> this.backlog.published())
			.description("The position up to which they are")
			.register(registry);
		TimeGauge.builder("social.outbox.age", this::age, TimeUnit.MILLISECONDS)
			.description("How long the oldest of them waits")
			.register(registry);
		this.batches = DistributionSummary.builder("social.outbox.batch")
			.description("Changes that are published together")
			.register(registry);
	}

	void update(Backlog backlog) {
		this.backlog = backlog;
	}

	void published(int changes) {
		this.batches.record(changes);
	}

	// grows even while the database can't be asked
	private long age() {
		Instant oldest = this.backlog.oldest();
		return (oldest != null) ? Math.max(0, Duration.between(oldest, Instant.now()).toMillis()) : 0;
	}

}
