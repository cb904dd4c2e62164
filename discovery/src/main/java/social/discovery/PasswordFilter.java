package social.discovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in who knows the password. Whoever could register here could be taken for
 * users-service, and be told everybody's password.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PasswordFilter extends OncePerRequestFilter {

	private final byte[] expected;

	PasswordFilter(AccessProperties properties) {
		String account = properties.user() + ":" + properties.password();
		this.expected = ("Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
			.getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isGood(request.getHeader(HttpHeaders.AUTHORIZATION))) {
			chain.doFilter(request, response);
			return;
		}
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic");
		response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
	}

	private boolean isGood(@Nullable String given) {
		return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), this.expected);
	}

}
