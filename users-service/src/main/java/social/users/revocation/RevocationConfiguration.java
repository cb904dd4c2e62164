package social.users.revocation;

import java.time.Duration;

import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Where revocations go, and when they are forgotten. */
@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {

	private static final Duration PRUNING = Duration.ofMinutes(5);

	@Bean
	TopicExchange revocationExchange() {
		return ExchangeBuilder.topicExchange(RevocationPublisher.EXCHANGE).durable(true).build();
	}

	@Bean
	SchedulingConfigurer revocationPruning(RevocationStore store) {
		return (tasks) -> tasks.addFixedDelayTask(store::prune, PRUNING);
	}

}
