package social.gateway.token;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

import social.gateway.edge.Paths;

/** The few requests that need no token. */
@Component
class OpenPaths {

	private final Paths get = Paths.of("/.well-known/jwks.json", "/", "/docs/**", "/favicon.ico");

	private final Paths post = Paths.of("/login", "/token/refresh", "/user/register");

	boolean include(ServerHttpRequest request) {
		if (request.getMethod() == HttpMethod.GET) {
			return this.get.include(request);
		}
		return request.getMethod() == HttpMethod.POST && this.post.include(request);
	}

}
