package social.gateway;

import java.time.Clock;

import reactor.netty.ReactorNetty;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

import social.gateway.edge.LogBuffer;

/**
 * Runs the gateway.
 * <p>
 * Spring Security lends its token verification only: one early filter of the gateway
 * guards every path, so the security filter chain stays out.
 */
@SpringBootApplication(exclude = { ReactiveWebSecurityAutoConfiguration.class,
		ReactiveManagementWebSecurityAutoConfiguration.class, ReactiveUserDetailsServiceAutoConfiguration.class })
@ConfigurationPropertiesScan
@EnableScheduling
public class GatewayApplication {

	public static void main(String[] args) {
		// more loops than processors would only take turns
		System.getProperties()
			.putIfAbsent(ReactorNetty.IO_WORKER_COUNT, Integer.toString(Runtime.getRuntime().availableProcessors()));
		SpringApplication.run(GatewayApplication.class, args);
		LogBuffer.begin();
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
