package social.websocket.push;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class PushPropertiesTests {

	@Test
	void boundHowMissedChangesAreMadeUpFor() {
		assertThat(bind(Map.of())).isEqualTo(new PushProperties(500, Duration.ofMillis(100), Duration.ofSeconds(30)));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("websocket.push.page", "50")).page()).isEqualTo(50);
	}

	private static PushProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("websocket.push",
				PushProperties.class);
	}

}
