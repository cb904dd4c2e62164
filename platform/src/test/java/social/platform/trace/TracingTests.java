package social.platform.trace;

import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One profile brings traces; without it nothing of them is there. */
class TracingTests {

	private final String trace = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())
			+ HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

	@Test
	void goesOnWithTheTraceOfTheCallerAndSendsItsPart() {
		try (var collector = new Collector(); var service = start("tracing", collector.endpoint())) {
			assertThat(call(service)).isEqualTo(this.trace);
			await().atMost(Duration.ofSeconds(30)).until(() -> collector.has(this.trace));
		}
	}

	@Test
	void hasNoTracerUnlessItIsWanted() {
		try (var collector = new Collector(); var service = start("default", collector.endpoint())) {
			assertThat(service.getBeanProvider(Tracer.class).getIfAvailable()).isNull();
			assertThat(call(service)).isEqualTo("none");
			assertThat(collector.has(this.trace)).isFalse();
		}
	}

	private String call(ConfigurableApplicationContext service) {
		int port = ((ServletWebServerApplicationContext) service).getWebServer().getPort();
		return String.valueOf(RestClient.create()
			.get()
			.uri("http://127.0.0.1:{port}/trace", port)
			.header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(this.trace))
			.retrieve()
			.body(String.class));
	}

	private static ConfigurableApplicationContext start(String profile, String collector) {
		return new SpringApplicationBuilder(Traced.class).web(WebApplicationType.SERVLET)
			.run("--spring.config.import=classpath:platform.yml", "--spring.profiles.active=" + profile,
					"--spring.application.name=diary", "--eureka.client.enabled=false", "--server.port=0",
					"--management.opentelemetry.tracing.export.otlp.endpoint=" + collector,
					"--management.opentelemetry.tracing.export.schedule-delay=100ms");
	}

	/** A service that tells in which trace it works. */
	@EnableAutoConfiguration(excludeName = "social.platform.passport.PassportAutoConfiguration")
	@RestController
	static class Traced {

		@Bean
		SecurityFilterChain open(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

		@GetMapping("/trace")
		String trace() {
			return (MDC.get("traceId") != null) ? MDC.get("traceId") : "none";
		}

	}

}
