package social.dialogs.hint;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class HintPropertiesTests {

	@Test
	void keepTenThousandHintsWaiting() {
		assertThat(bind(Map.of())).isEqualTo(new HintProperties(10_000, DataSize.ofMegabytes(16), 500,
				Duration.ofSeconds(5), Duration.ofMillis(500)));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("dialogs.hint.waiting-bytes", "1MB")).waitingBytes()).isEqualTo(DataSize.ofMegabytes(1));
	}

	private static HintProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("dialogs.hint",
				HintProperties.class);
	}

}
