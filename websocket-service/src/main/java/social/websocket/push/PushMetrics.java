package social.websocket.push;

import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

import social.platform.metric.ReachTimer;

/** Measures how long new posts take to those of their readers who are connected here. */
@Component
class PushMetrics {

	private final ReachTimer lag;

	PushMetrics(MeterRegistry meters) {
		this.lag = new ReachTimer("social.websocket.lag",
				"From the writing of a post to the sockets of its readers here", meters);
	}

	void pushed(Instant written, int readers) {
		if (readers > 0) {
			this.lag.record(Duration.between(written, Instant.now()), readers);
		}
	}

}
