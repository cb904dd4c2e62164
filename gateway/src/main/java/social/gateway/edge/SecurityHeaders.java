package social.gateway.edge;

import org.springframework.http.HttpHeaders;

/** What every answer tells browsers not to do. Services have said some of it before. */
final class SecurityHeaders {

	private static final String CONTENT = "Content-Security-Policy";

	private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

	// the page that describes the API draws itself with styles of its own
	private static final String PAGE = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
			+ "img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

	private SecurityHeaders() {
	}

	static void add(HttpHeaders headers, String path) {
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("X-Frame-Options", "DENY");
		headers.set("Referrer-Policy", "no-referrer");
		headers.set(CONTENT, path.startsWith("/docs") ? PAGE : DATA);
	}

}
