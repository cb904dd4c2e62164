package social.dialogs.receiver;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiverPropertiesTests {

	@Test
	void rememberReceiversForAnHour() {
		assertThat(bind(Map.of()))
			.isEqualTo(new ReceiverProperties(100_000, Duration.ofHours(1), Duration.ofSeconds(2)));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("dialogs.receiver.remembered-for", "5m")).rememberedFor())
			.isEqualTo(Duration.ofMinutes(5));
	}

	private static ReceiverProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("dialogs.receiver",
				ReceiverProperties.class);
	}

}
