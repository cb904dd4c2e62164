package social.gateway.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LimitPropertiesTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of()))
			.isEqualTo(new LimitProperties(new Rate(1000, Duration.ofSeconds(2)), new Rate(2000, Duration.ofSeconds(2)),
					new Rate(30, Duration.ofMinutes(1)), new Rate(10, Duration.ofSeconds(50)), 64, 200, 2000, 300,
					Duration.ofMillis(150), Duration.ofSeconds(1), 100_000, List.of()));
	}

	@Test
	void canBeSet() {
		assertThat(bind(Map.of("gateway.limit.user", "5 in 1m")).user()).isEqualTo(new Rate(5, Duration.ofMinutes(1)));
		assertThat(bind(Map.of("gateway.limit.proxies", "10.0.0.1,fd00::/8")).proxies()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5", "5 in", "0 in 1s", "5 in 0s", "-5 in 1s", "5 per 1s" })
	void knowsARateWhenItSeesOne(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Rate.valueOf(text))
			.withMessage("rate: %s (expected: such as 1000 in 2s)", text);
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, 10.1.2.3, true", "10.0.0.0/8, 11.0.0.0, false", "172.16.0.0/12, 172.31.255.255, true",
			"172.16.0.0/12, 172.32.0.0, false", "127.0.0.1, 127.0.0.1, true", "127.0.0.1, 127.0.0.2, false",
			"0.0.0.0/0, 8.8.8.8, true", "0.0.0.0/0, ::1, false", "fd00::/8, fd12::1, true", "::1, ::1, true" })
	void knowsWhoIsInANetwork(String network, String address, boolean in) throws UnknownHostException {
		assertThat(Network.valueOf(network).includes(InetAddress.getByName(address))).isEqualTo(in);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "edge", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "a.b" })
	void knowsANetworkWhenItSeesOne(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Network.valueOf(text))
			.withMessage("network: %s (expected: such as 10.0.0.0/8)", text);
	}

	private static LimitProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("gateway.limit",
				LimitProperties.class);
	}

}
