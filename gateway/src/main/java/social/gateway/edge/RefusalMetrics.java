package social.gateway.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** Counts what the gateway itself answers with an error, by cause. */
@Component
class RefusalMetrics {

	private final MeterProvider<Counter> refused;

	RefusalMetrics(MeterRegistry meters) {
		this.refused = Counter.builder("social.edge.refused")
			.description("Requests that the gateway itself answered with an error")
			.withRegistry(meters);
	}

	void count(Throwable failure, Answer answer) {
		String cause = (failure instanceof Failure fact) ? fact.kind() : "status-" + answer.status().value();
		this.refused.withTag("cause", cause).increment();
	}

}
