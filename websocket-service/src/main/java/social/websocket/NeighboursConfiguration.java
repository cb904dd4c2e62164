package social.websocket;

import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

import social.platform.passport.PassportInterceptor;

/** Leads to the services that this one asks, wherever they run. */
@Configuration(proxyBeanMethods = false)
class NeighboursConfiguration {

	// a @LoadBalanced builder as a bean would be taken for Eureka's own calls as well
	@Bean
	RestClient posts(RestClient.Builder builder, PassportInterceptor passports, LoadBalancerClient loadBalancer) {
		return lead("posts-service", builder, passports, loadBalancer);
	}

	@Bean
	RestClient dialogs(RestClient.Builder builder, PassportInterceptor passports, LoadBalancerClient loadBalancer) {
		return lead("dialogs-service", builder, passports, loadBalancer);
	}

	@Bean
	RestClient users(RestClient.Builder builder, PassportInterceptor passports, LoadBalancerClient loadBalancer) {
		return lead("users-service", builder, passports, loadBalancer);
	}

	private static RestClient lead(String service, RestClient.Builder builder, PassportInterceptor passports,
			LoadBalancerClient loadBalancer) {
		return builder.baseUrl("http://" + service)
			.requestInterceptor(passports)
			.requestInterceptor(new LoadBalancerInterceptor(loadBalancer))
			.build();
	}

}
