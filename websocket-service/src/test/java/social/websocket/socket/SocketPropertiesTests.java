package social.websocket.socket;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class SocketPropertiesTests {

	@Test
	void boundEverySocket() {
		assertThat(bind(Map.of())).isEqualTo(new SocketProperties(256, DataSize.ofKilobytes(256),
				Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(25), 2, Duration.ofSeconds(1), 1024));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("websocket.socket.waiting-bytes", "1MB")).waitingBytes())
			.isEqualTo(DataSize.ofMegabytes(1));
	}

	private static SocketProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("websocket.socket",
				SocketProperties.class);
	}

}
