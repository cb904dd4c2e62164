package social.gateway.token;

import java.util.List;

import org.springframework.http.HttpHeaders;

/**
 * Where clients put their token: {@code X-Auth: T} or {@code Authorization: Bearer T}.
 */
final class TokenHeaders {

	private static final String X_AUTH = "X-Auth";

	private static final String BEARER = "Bearer ";

	private TokenHeaders() {
	}

	/** Whether there is any token at all. */
	static boolean areThere(HttpHeaders headers) {
		return headers.containsHeader(X_AUTH) || headers.containsHeader(HttpHeaders.AUTHORIZATION);
	}

	/**
	 * The one token of a request.
	 * @throws NotLoggedIn if there is none
	 * @throws TokenConflict if there is more than one
	 */
	static String find(HttpHeaders headers) {
		List<String> raw = headers.getOrEmpty(X_AUTH);
		List<String> bearer = headers.getOrEmpty(HttpHeaders.AUTHORIZATION);
		if (raw.size() + bearer.size() > 1) {
			throw new TokenConflict();
		}
		String token = raw.isEmpty() ? fromBearer(bearer) : raw.getFirst().strip();
		if (token.isEmpty()) {
			throw NotLoggedIn.absent();
		}
		return token;
	}

	private static String fromBearer(List<String> values) {
		String value = values.isEmpty() ? "" : values.getFirst();
		boolean bearer = value.regionMatches(true, 0, BEARER, 0, BEARER.length());
		return bearer ? value.substring(BEARER.length()).strip() : "";
	}

}
