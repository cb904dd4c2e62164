package social.gateway.token;

import java.util.Arrays;
import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The few requests that need no token. */
@Component
class OpenPaths {

	private final List<PathPattern> get = patterns("/.well-known/jwks.json", "/", "/docs/**", "/favicon.ico");

	private final List<PathPattern> post = patterns("/login", "/token/refresh", "/user/register");

	boolean include(ServerHttpRequest request) {
		if (request.getMethod() == HttpMethod.GET) {
			return matches(this.get, request.getPath());
		}
		return request.getMethod() == HttpMethod.POST && matches(this.post, request.getPath());
	}

	static boolean matches(List<PathPattern> patterns, PathContainer path) {
		return patterns.stream().anyMatch((pattern) -> pattern.matches(path));
	}

	static List<PathPattern> patterns(String... patterns) {
		return Arrays.stream(patterns).map(PathPatternParser.defaultInstance::parse).toList();
	}

}
