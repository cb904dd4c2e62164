package social.gateway.leave;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class LeavePropertiesTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new LeaveProperties(Duration.ofSeconds(3), Duration.ofSeconds(5)));
	}

	@Test
	void canBeSet() {
		assertThat(bind(Map.of("gateway.leave.patience", "1s")).patience()).isEqualTo(Duration.ofSeconds(1));
	}

	private static LeaveProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("gateway.leave",
				LeaveProperties.class);
	}

}
