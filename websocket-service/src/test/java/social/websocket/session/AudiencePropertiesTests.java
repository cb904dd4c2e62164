package social.websocket.session;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class AudiencePropertiesTests {

	@Test
	void boundWhatNewcomersCost() {
		assertThat(bind(Map.of())).isEqualTo(new AudienceProperties(4096, DataSize.ofMegabytes(32), 32,
				Duration.ofSeconds(5), Duration.ofMinutes(1), 4096, 400_000));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("websocket.audience.questions", "8")).questions()).isEqualTo(8);
	}

	private static AudienceProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("websocket.audience",
				AudienceProperties.class);
	}

}
