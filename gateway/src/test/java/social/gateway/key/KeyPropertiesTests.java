package social.gateway.key;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyPropertiesTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of()))
			.isEqualTo(new KeyProperties(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(1)));
	}

	@Test
	void canBeSet() {
		assertThat(bind(Map.of("gateway.key.refresh", "5m")).refresh()).isEqualTo(Duration.ofMinutes(5));
	}

	private static KeyProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("gateway.key",
				KeyProperties.class);
	}

}
