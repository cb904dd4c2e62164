package social.dialogs.dialog;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class ListPropertiesTests {

	@Test
	void waitASecondAndLookEveryTen() {
		assertThat(bind(Map.of()))
			.isEqualTo(new ListProperties(64, Duration.ofSeconds(1), Duration.ofSeconds(10), 500));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("dialogs.list.repair", "1m")).repair()).isEqualTo(Duration.ofMinutes(1));
	}

	private static ListProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("dialogs.list",
				ListProperties.class);
	}

}
