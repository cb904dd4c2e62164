package social.gateway.route;

import java.util.List;

import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the lean parts in place of the framework's. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

	@Bean
	RoutePredicateHandlerMapping routePredicateHandlerMapping(FilteringWebHandler handler, RouteLocator locator,
			GlobalCorsProperties cors, Environment environment) {
		return new RouteLookup(handler, locator, cors, environment);
	}

	@Bean
	ServiceRouting serviceRouting(HttpClient client, ObjectProvider<HttpHeadersFilter> headers,
			HttpClientProperties properties) {
		return new ServiceRouting(client, headers, properties);
	}

	/** No service streams: nothing has to be flushed before it is whole. */
	@Bean
	NettyWriteResponseFilter nettyWriteResponseFilter(ObjectProvider<List<HttpHeadersFilter>> headers) {
		return new NettyWriteResponseFilter(List.of(), headers);
	}

}
