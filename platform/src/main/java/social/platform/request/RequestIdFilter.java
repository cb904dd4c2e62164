package social.platform.request;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/** Takes a request's id over, or makes one, and returns it with the answer. */
class RequestIdFilter extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		// an error dispatch is the same request: it keeps the id of the first pass
		String given = response.getHeader(RequestIds.HEADER);
		try (var context = RequestIds.open((given != null) ? given : request.getHeader(RequestIds.HEADER))) {
			response.setHeader(RequestIds.HEADER, RequestIds.current());
			chain.doFilter(request, response);
		}
	}

}
