package social.gateway.edge;

import reactor.netty.NettyPipeline;

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

	/** What HTTP's codec does before any filter is asked. */
	@Bean
	NettyServerCustomizer wire() {
		return (server) -> server.doOnChannelInit((observer, channel, peer) -> channel.pipeline()
			.addBefore(NettyPipeline.HttpTrafficHandler, "uri", new UriHandler())
			.addBefore(NettyPipeline.HttpTrafficHandler, "refusal", new RefusalHandler()));
	}

	/** A mistyped prefix would lose all routes and say nothing. */
	@Bean
	SmartInitializingSingleton routesAreThere(GatewayProperties gateway) {
		return () -> Assert.state(!gateway.getRoutes().isEmpty(), "spring.cloud.gateway: no route (expected: some)");
	}

}
