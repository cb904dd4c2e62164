package social.platform.leave;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives notice where there is a registry. */
@AutoConfiguration
@EnableConfigurationProperties(LeaveProperties.class)
class LeaveAutoConfiguration {

	@Bean
	@ConditionalOnProperty(name = "eureka.client.enabled", havingValue = "true", matchIfMissing = true)
	Notice notice(LeaveProperties properties) {
		return new Notice(properties.notice());
	}

}
