package social.posts.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import social.posts.relay.RelaySession.Backlog;

/**
 * Shows what waits to be published. Each instance shows the same log: take the maximum.
 */
@Component
@Profile("!feed-worker")
class RelayMetrics implements MeterBinder {

	private volatile Backlog backlog = new Backlog(0, null);

	void update(Backlog backlog) {
		this.backlog = backlog;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("social.outbox.pending", () -> this.backlog.pending())
			.description("Changes that are not yet published")
			.register(registry);
		TimeGauge.builder("social.outbox.age", this::age, TimeUnit.MILLISECONDS)
			.description("How long the oldest of them waits")
			.register(registry);
	}

	// grows even while the database can't be asked
	private long age() {
		Instant oldest = this.backlog.oldest();
		return (oldest != null) ? Math.max(0, Duration.between(oldest, Instant.now()).toMillis()) : 0;
	}

}
