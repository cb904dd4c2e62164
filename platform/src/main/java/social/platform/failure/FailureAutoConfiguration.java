package social.platform.failure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** Brings the one error body to a servlet service. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@Import(FailureAdvice.class)
class FailureAutoConfiguration {

	@Bean
	FailureController failureController() {
		return new FailureController();
	}

	/** For services that keep something. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DataAccessException.class)
	@Import(UnavailableAdvice.class)
	static class Stores {

	}

}
