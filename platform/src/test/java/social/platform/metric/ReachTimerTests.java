package social.platform.metric;

import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReachTimerTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@ParameterizedTest
	@CsvSource({ "0, 1-9", "9, 1-9", "10, 10-99", "999, 100-999", "1000, 1000-9999", "10000, 10000+",
			"123456789, 10000+" })
	void keepsFewAndManyReadersApart(int readers, String bucket) {
		new ReachTimer("lag", "Lag", this.meters).record(Duration.ofMillis(7), readers);
		assertThat(this.meters.get("lag").tag("readers", bucket).timer().count()).isOne();
		assertThat(this.meters.get("lag").timers()).hasSize(5).filteredOn((timer) -> timer.count() > 0).hasSize(1);
	}

}
