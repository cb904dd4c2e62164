package social.gateway.edge;

import io.netty.channel.ChannelOption;
import reactor.netty.NettyPipeline;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.Assert;
import org.springframework.web.cors.reactive.CorsWebFilter;

/** Sets up the server. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

	/**
	 * A short queue: who waits behind thousands is answered after they have given up,
	 * each of them.
	 */
	@Bean
	NettyServerCustomizer queue(EdgeProperties properties) {
		return (server) -> server.option(ChannelOption.SO_BACKLOG, properties.backlog());
	}

	/** What HTTP's codec does before any filter is asked. */
	@Bean
	NettyServerCustomizer wire(EdgeProperties properties) {
		return (server) -> server.doOnChannelInit((observer, channel, peer) -> {
			var timeout = new RequestTimeout(properties.readTimeout(), properties.requestTimeout());
			channel.pipeline()
				.addFirst("timeout-bytes", timeout.bytes())
				.addBefore(NettyPipeline.HttpTrafficHandler, "timeout-requests", timeout.requests())
				.addBefore(NettyPipeline.HttpTrafficHandler, "body", new EndlessBody(properties.maxBody()))
				.addBefore(NettyPipeline.HttpTrafficHandler, "uri", new UriHandler())
				.addBefore(NettyPipeline.HttpTrafficHandler, "refusal", new RefusalHandler())
				.addAfter(NettyPipeline.HttpTrafficHandler, "age", new ConnectionAge(properties.maxConnectionAge()));
		});
	}

	/** Answers browsers that ask whether a page may ask, before a token is asked for. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 3)
	EdgeFilter corsFilter(Origins origins) {
		var answers = new CorsWebFilter(origins);
		return (exchange, chain) -> (origins.getCorsConfiguration(exchange) != null) ? answers.filter(exchange, chain)
				: chain.filter(exchange);
	}

	/** A mistyped prefix would lose all routes and say nothing. */
	@Bean
	SmartInitializingSingleton routesAreThere(GatewayProperties gateway) {
		return () -> Assert.state(!gateway.getRoutes().isEmpty(), "spring.cloud.gateway: no route (expected: some)");
	}

}
