package social.users.account;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** When keys and failures are forgotten. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AccountConfiguration {

	private static final Duration PRUNING = Duration.ofMinutes(15);

	@Bean
	SchedulingConfigurer accountPruning(RegistrationKeys keys, LoginFailures failures) {
		return (tasks) -> {
			tasks.addFixedDelayTask(keys::prune, PRUNING);
			tasks.addFixedDelayTask(failures::prune, PRUNING);
		};
	}

}
