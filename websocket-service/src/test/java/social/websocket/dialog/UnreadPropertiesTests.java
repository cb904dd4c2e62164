package social.websocket.dialog;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class UnreadPropertiesTests {

	@Test
	void boundWhatIsAskedOfDialogsService() {
		assertThat(bind(Map.of())).isEqualTo(new UnreadProperties(16, Duration.ofSeconds(10)));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("websocket.unread.questions", "8")).questions()).isEqualTo(8);
	}

	private static UnreadProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("websocket.unread",
				UnreadProperties.class);
	}

}
