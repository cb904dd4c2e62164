package social.gateway.instance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class InstancePropertiesTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(
				new InstanceProperties(null, Duration.ofSeconds(2), 3, Duration.ofSeconds(2), Duration.ofMillis(50)));
	}

	@Test
	void canBeSet() {
		assertThat(bind(Map.of("gateway.instance.file", "/var/lib/instances")).file())
			.isEqualTo(Path.of("/var/lib/instances"));
	}

	private static InstanceProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("gateway.instance",
				InstanceProperties.class);
	}

}
