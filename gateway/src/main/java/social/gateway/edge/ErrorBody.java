package social.gateway.edge;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of every failure.
 *
 * @param message what is wrong and what was expected, for people
 * @param requestId finds the request in every log
 * @param code the HTTP status, for clients that see only the body
 */
record ErrorBody(String message, @JsonProperty("request_id") String requestId, int code) {

	private static final JsonMapper JSON = JsonMapper.shared();

	byte[] bytes() {
		return JSON.writeValueAsBytes(this);
	}

}
