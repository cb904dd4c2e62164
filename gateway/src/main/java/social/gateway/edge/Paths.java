package social.gateway.edge;

import java.util.Arrays;
import java.util.List;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Some paths, as routes and services read them: whatever of them is escaped.
 *
 * @param patterns what they are like
 */
public record Paths(List<PathPattern> patterns) {

	/** Those that are like any of these patterns. */
	public static Paths of(String... patterns) {
		return new Paths(Arrays.stream(patterns).map(PathPatternParser.defaultInstance::parse).toList());
	}

	/** Whether a request goes to one of them. */
	public boolean include(ServerHttpRequest request) {
		return this.patterns.stream().anyMatch((pattern) -> pattern.matches(request.getPath()));
	}

}
