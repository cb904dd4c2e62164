package social.websocket.resume;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class ResumePropertiesTests {

	@Test
	void boundWhatReplaysCost() {
		assertThat(bind(Map.of())).isEqualTo(new ResumeProperties(100, 32, Duration.ofSeconds(20)));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("websocket.resume.page", "10")).page()).isEqualTo(10);
	}

	private static ResumeProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("websocket.resume",
				ResumeProperties.class);
	}

}
