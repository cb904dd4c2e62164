package social.users.token;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** When signing keys are read again. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SigningConfiguration {

	@Bean
	SchedulingConfigurer keyReload(SigningKeys keys, SigningProperties properties) {
		return (tasks) -> tasks.addFixedDelayTask(keys::reload, properties.reload());
	}

}
