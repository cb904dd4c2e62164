package social.platform.leave;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class LeaveTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LeaveAutoConfiguration.class));

	@Test
	void goesOnServingForAWhileBeforeAnythingStops() {
		this.runner.withPropertyValues("platform.leave.notice=300ms").run((context) -> {
			assertThat(context.getBean(Notice.class).getPhase())
				.isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
			long begun = System.nanoTime();
			context.getSourceApplicationContext().stop();
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofMillis(300),
					Duration.ofSeconds(5));
		});
	}

	@Test
	void waitsForNobodyWhereThereIsNoRegistry() {
		this.runner.withPropertyValues("eureka.client.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Notice.class));
	}

	@Test
	void hasDefaults() {
		this.runner.withPropertyValues("eureka.client.enabled=false")
			.run((context) -> assertThat(context.getBean(LeaveProperties.class))
				.isEqualTo(new LeaveProperties(Duration.ofSeconds(4))));
	}

}
