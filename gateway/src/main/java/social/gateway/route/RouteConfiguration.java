package social.gateway.route;

import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the lean parts in place of the framework's. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

	@Bean
	ServiceRouting serviceRouting(HttpClient client, ObjectProvider<HttpHeadersFilter> headers,
			HttpClientProperties properties) {
		return new ServiceRouting(client, headers, properties);
	}

	@Bean
	AnswerWriter answerWriter() {
		return new AnswerWriter();
	}

}
