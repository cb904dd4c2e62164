package social.gateway.edge;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.Assert;

/** Sets up the server. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

	@Bean
	NettyServerCustomizer patience(EdgeProperties properties) {
		return (server) -> server.readTimeout(properties.readTimeout()).requestTimeout(properties.requestTimeout());
	}

	/** A mistyped prefix would lose all routes and say nothing. */
	@Bean
	SmartInitializingSingleton routesAreThere(GatewayProperties gateway) {
		return () -> Assert.state(!gateway.getRoutes().isEmpty(), "spring.cloud.gateway: no route (expected: some)");
	}

}
