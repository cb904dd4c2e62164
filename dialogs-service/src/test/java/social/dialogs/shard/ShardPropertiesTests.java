package social.dialogs.shard;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class ShardPropertiesTests {

	@Test
	void letTwoHundredAndSomeWaitAndOneWorkerKeepHalfOfTheConnections() {
		assertThat(bind(Map.of())).isEqualTo(new ShardProperties(256, 8, Duration.ofSeconds(1), Duration.ofSeconds(5)));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("dialogs.shard.waiting", "8")).waiting()).isEqualTo(8);
	}

	private static ShardProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("dialogs.shard",
				ShardProperties.class);
	}

}
