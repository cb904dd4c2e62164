package social.websocket.socket;

import java.util.Locale;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** Counts what happens to sockets, under labels that no client can multiply. */
@Component
class SocketMetrics {

	private static final Set<Integer> CODES = Set.of(1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1011, 4401,
			4408, 4413);

	private final MeterRegistry meters;

	SocketMetrics(MeterRegistry meters) {
		this.meters = meters;
	}

	/** Keeps an eye on how many are open. */
	void watch(Set<Socket> open) {
		this.meters.gaugeCollectionSize("social.websocket.sessions", Set.of(), open);
	}

	Runnable pushed(Protocol protocol) {
		return this.meters.counter("social.websocket.pushed", "protocol",
				protocol.name().toLowerCase(Locale.ROOT))::increment;
	}

	Runnable held() {
		return this.meters.counter("social.websocket.held")::increment;
	}

	void closed(int code) {
		String label = CODES.contains(code) ? Integer.toString(code) : "other";
		this.meters.counter("social.websocket.closed", "code", label).increment();
	}

}
