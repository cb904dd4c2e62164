package social.platform.passport;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import social.platform.failure.ErrorBody;

/**
 * Lets a request in with a passport that opens its path, and names who asks. It is all
 * that stands before a controller: the framework's own chain of twelve filters cost a
 * quarter of a short request.
 */
class PassportFilter implements Filter {

	private static final RequestMatcher internal = PathPatternRequestMatcher.withDefaults().matcher("/internal/**");

	private final RememberedPassports passports;

	private final RequestMatcher open;

	/**
	 * Guards all paths.
	 * @param open the paths that need no passport
	 */
	PassportFilter(RememberedPassports passports, RequestMatcher open) {
		this.passports = passports;
		this.open = open;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		// an error is told to everybody
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			chain.doFilter(request, response);
		}
		else {
			control((HttpServletRequest) request, (HttpServletResponse) response, chain);
		}
	}

	private void control(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Passport passport = verified(request.getHeader(Passport.HEADER));
		if (passport == null) {
			if (this.open.matches(request)) {
				chain.doFilter(request, response);
			}
			else {
				ErrorBody.write(response, HttpStatus.UNAUTHORIZED, "A passport for this service is needed");
			}
		}
		else if (internal.matches(request) == Passport.GATEWAY.equals(passport.issuer())) {
			ErrorBody.write(response, HttpStatus.FORBIDDEN, "This passport does not open this path");
		}
		else {
			chain.doFilter(new Known(request, passport), response);
		}
	}

	private @Nullable Passport verified(@Nullable String passport) {
		try {
			return (passport != null) ? this.passports.verify(passport) : null;
		}
		catch (JwtException ex) {
			return null;
		}
	}

	/** A request of somebody who is known. */
	private static final class Known extends HttpServletRequestWrapper {

		private final Passport passport;

		private Known(HttpServletRequest request, Passport passport) {
			super(request);
			this.passport = passport;
		}

		@Override
		public Passport getUserPrincipal() {
			return this.passport;
		}

		@Override
		public String getRemoteUser() {
			return this.passport.getName();
		}

	}

}
