package social.dialogs.dialog;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class TurnPropertiesTests {

	@Test
	void letTwoWriteIntoADialogAndSixtyFourWaitASecond() {
		assertThat(bind(Map.of())).isEqualTo(new TurnProperties(2, 64, Duration.ofSeconds(1)));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("dialogs.turn.at-once", "1")).atOnce()).isEqualTo(1);
	}

	private static TurnProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("dialogs.turn",
				TurnProperties.class);
	}

}
