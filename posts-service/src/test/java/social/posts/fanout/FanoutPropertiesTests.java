package social.posts.fanout;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class FanoutPropertiesTests {

	@Test
	void haveDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new FanoutProperties(2000, Duration.ofMillis(20)));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("posts.fanout.turn", "1s")).turn()).isEqualTo(Duration.ofSeconds(1));
	}

	private static FanoutProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("posts.fanout",
				FanoutProperties.class);
	}

}
