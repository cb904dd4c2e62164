package social.posts.friend;

import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.client.RestClient;

import social.platform.passport.PassportInterceptor;

/** Leads to users-service, wherever it runs. */
@Configuration(proxyBeanMethods = false)
@Profile("!feed-worker")
class PeopleConfiguration {

	// a @LoadBalanced builder as a bean would be taken for Eureka's own calls as well
	@Bean
	RestClient users(RestClient.Builder builder, PassportInterceptor passports, LoadBalancerClient loadBalancer) {
		return builder.baseUrl("http://users-service")
			.requestInterceptor(passports)
			.requestInterceptor(new LoadBalancerInterceptor(loadBalancer))
			.build();
	}

}
