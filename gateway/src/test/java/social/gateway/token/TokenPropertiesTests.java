package social.gateway.token;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class TokenPropertiesTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new TokenProperties("otus-social", "otus-social", Duration.ofSeconds(10),
				DataSize.ofKilobytes(4), Duration.ofSeconds(60), 50_000, Duration.ofSeconds(10)));
	}

	@Test
	void canBeSet() {
		assertThat(bind(Map.of("gateway.token.remembered-for", "5s")).rememberedFor()).isEqualTo(Duration.ofSeconds(5));
	}

	private static TokenProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("gateway.token",
				TokenProperties.class);
	}

}
