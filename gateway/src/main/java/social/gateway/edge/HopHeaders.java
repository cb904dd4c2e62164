package social.gateway.edge;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.http.HttpHeaders;

/** The headers that are about one connection, and end with it. */
final class HopHeaders {

	private static final Set<String> NAMES = Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding",
			"te", "trailer", "proxy-authorization", "proxy-authenticate", "upgrade", "x-application-context");

	private HopHeaders() {
	}

	/** The names of those among the headers, in small letters. */
	static Set<String> of(HttpHeaders headers) {
		List<String> named = headers.getOrEmpty(HttpHeaders.CONNECTION);
		if (named.isEmpty() || (named.size() == 1 && NAMES.contains(named.getFirst().toLowerCase(Locale.ROOT)))) {
			return NAMES;
		}
		var names = new HashSet<>(NAMES);
		named.stream()
			.flatMap((value) -> Arrays.stream(value.split(",")))
			.forEach((name) -> names.add(name.strip().toLowerCase(Locale.ROOT)));
		return names;
	}

}
