package social.gateway.edge;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EdgePropertiesTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new EdgeProperties(DataSize.ofKilobytes(256), Duration.ofSeconds(5),
				Duration.ofSeconds(8), Duration.ofSeconds(30), 256, Duration.ofSeconds(5), Set.of()));
	}

	@Test
	void canBeSet() {
		assertThat(bind(Map.of("gateway.edge.max-body", "1MB")).maxBody()).isEqualTo(DataSize.ofMegabytes(1));
	}

	@Test
	void keepsAConnectionForSomeTime() {
		assertThatThrownBy(() -> bind(Map.of("gateway.edge.max-connection-age", "0")))
			.hasRootCauseMessage("gateway.edge.max-connection-age: PT0S (expected: from 1ms)");
	}

	private static EdgeProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("gateway.edge",
				EdgeProperties.class);
	}

}
