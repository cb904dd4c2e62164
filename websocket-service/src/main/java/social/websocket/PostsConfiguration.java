package social.websocket;

import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

import social.platform.passport.PassportInterceptor;

/** Leads to posts-service, wherever it runs. */
@Configuration(proxyBeanMethods = false)
class PostsConfiguration {

	// a @LoadBalanced builder as a bean would be taken for Eureka's own calls as well
	@Bean
	RestClient posts(RestClient.Builder builder, PassportInterceptor passports, LoadBalancerClient loadBalancer) {
		return builder.baseUrl("http://posts-service")
			.requestInterceptor(passports)
			.requestInterceptor(new LoadBalancerInterceptor(loadBalancer))
			.build();
	}

}
