package social.platform.request;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Times requests by route and status, as the framework's observation of them does for
 * twenty times as much. Routes and statuses are few, so the timers are remembered.
 */
class RequestTimer extends OncePerRequestFilter {

	static final String NAME = "http.server.requests";

	private static final String NO_ROUTE = "UNKNOWN";

	private final MeterRegistry meters;

	private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

	RequestTimer(MeterRegistry meters) {
		this.meters = meters;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long begun = System.nanoTime();
		boolean done = false;
		try {
			chain.doFilter(request, response);
			done = true;
		}
		finally {
			int status = done ? response.getStatus() : HttpStatus.INTERNAL_SERVER_ERROR.value();
			this.timers.computeIfAbsent(Kind.of(request, status), this::timer)
				.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
		}
	}

	private Timer timer(Kind kind) {
		HttpStatus.Series series = HttpStatus.Series.resolve(kind.status());
		return Timer.builder(NAME)
			.description("Requests by route and status")
			.tag("method", kind.method())
			.tag("uri", kind.route())
			.tag("status", Integer.toString(kind.status()))
			.tag("outcome", (series == HttpStatus.Series.SUCCESSFUL) ? "SUCCESS" : Objects.toString(series, NO_ROUTE))
			.register(this.meters);
	}

	/** What one timer counts; a method of the client's own without a route is none. */
	private record Kind(String method, String route, int status) {

		static Kind of(HttpServletRequest request, int status) {
			Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
			return (route != null) ? new Kind(request.getMethod(), route.toString(), status)
					: new Kind(NO_ROUTE, NO_ROUTE, status);
		}

	}

}
