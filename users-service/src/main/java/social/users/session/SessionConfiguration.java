package social.users.session;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** When sessions are forgotten. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SessionConfiguration {

	private static final Duration PRUNING = Duration.ofMinutes(5);

	@Bean
	SchedulingConfigurer sessionPruning(SessionStore store) {
		return (tasks) -> tasks.addFixedDelayTask(store::prune, PRUNING);
	}

}
