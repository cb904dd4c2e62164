package social.posts.relay;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class RelayPropertiesTests {

	@Test
	void haveDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new RelayProperties(500, Duration.ofMillis(200), Duration.ofMillis(500),
				Duration.ofMillis(500), Duration.ofHours(24), Duration.ofMinutes(1)));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("posts.relay.keep", "2h")).keep()).isEqualTo(Duration.ofHours(2));
	}

	private static RelayProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("posts.relay",
				RelayProperties.class);
	}

}
