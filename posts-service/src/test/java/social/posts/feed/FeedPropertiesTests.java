package social.posts.feed;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class FeedPropertiesTests {

	@Test
	void haveDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new FeedProperties(1000, Duration.ofDays(7), 10_000, Duration.ofSeconds(5),
				Duration.ofMillis(200), Duration.ofSeconds(60), 800, 12, Duration.ofMillis(200)));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("posts.feed.size", "50")).size()).isEqualTo(50);
	}

	private static FeedProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("posts.feed",
				FeedProperties.class);
	}

}
