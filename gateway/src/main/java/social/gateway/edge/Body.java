package social.gateway.edge;

import org.springframework.http.HttpHeaders;

/** The body of a request. */
public final class Body {

	private Body() {
	}

	/** Whether there is one, by what the headers say. */
	public static boolean isAnnounced(HttpHeaders headers) {
		return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
	}

}
