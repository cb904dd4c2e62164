package social.websocket.resume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/** Counts what those who come back are told. */
@Component
class ResumeMetrics {

	private final MeterRegistry meters;

	private final Counter replayed;

	private final Counter gaps;

	private final Timer replay;

	ResumeMetrics(MeterRegistry meters) {
		this.meters = meters;
		this.replayed = meters.counter("social.websocket.replayed");
		this.gaps = meters.counter("social.websocket.gaps");
		this.replay = meters.timer("social.websocket.replay");
	}

	/** A frame of a replay is sent. */
	void replayed() {
		this.replayed.increment();
	}

	/** Somebody misses something for good. */
	void gap() {
		this.gaps.increment();
	}

	/** A replay begins. */
	Timer.Sample begin() {
		return Timer.start(this.meters);
	}

	/** All of a replay is fetched. */
	void end(Timer.Sample sample) {
		sample.stop(this.replay);
	}

}
