package social.gateway.warmup;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class WarmUpPropertiesTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new WarmUpProperties(0, 4, Duration.ofSeconds(30)));
	}

	@Test
	void canBeSet() {
		assertThat(bind(Map.of("gateway.warm-up.requests", "1000")).requests()).isEqualTo(1_000);
	}

	private static WarmUpProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("gateway.warm-up",
				WarmUpProperties.class);
	}

}
