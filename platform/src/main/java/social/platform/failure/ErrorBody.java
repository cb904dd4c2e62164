package social.platform.failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

import social.platform.request.RequestIds;

/**
 * The body of every failure.
 *
 * @param message what is wrong and what was expected, for people
 * @param requestId finds the request in every log
 * @param code the HTTP status, for clients that see only the body
 */
public record ErrorBody(String message, @JsonProperty("request_id") @Nullable String requestId, int code) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** The body for a failure of the current request. */
	public static ErrorBody of(HttpStatusCode status, String message) {
		return new ErrorBody(message, RequestIds.current(), status.value());
	}

	/** Answers a request where no controller can. */
	public static void write(HttpServletResponse response, HttpStatusCode status, String message) throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		JSON.writeValue(response.getOutputStream(), of(status, message));
	}

}
