package social.gateway.docs;

import java.net.URI;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Leads people to the page; what it loads are static resources below it. */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration {

	@Bean
	RouterFunction<ServerResponse> docs(@Value("classpath:docs/index.html") Resource page) {
		return RouterFunctions.route()
			.GET("/", (request) -> redirect("/docs"))
			.GET("/docs/", (request) -> redirect("/docs"))
			.GET("/favicon.ico", (request) -> redirect("/docs/favicon-32x32.png"))
			.GET("/docs", (request) -> ServerResponse.ok().contentType(MediaType.TEXT_HTML).bodyValue(page))
			.build();
	}

	private static Mono<ServerResponse> redirect(String path) {
		return ServerResponse.temporaryRedirect(URI.create(path)).build();
	}

}
