package social.local.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import social.backing.Contracts;

/**
 * A client that holds the other side to the contract: every answer to a known operation
 * is checked against {@code docs/openapi.yaml}.
 *
 * @param headers name, value, name, value
 */
record Client(String endpoint, List<String> headers) {

	/** Stands for no answer at all. */
	static final int CUT_OFF = 0;

	private static final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private static final Contracts contract = Contracts.openapi();

	/** A client of the gateway, without a token. */
	static Client anonymous() {
		return new Client(RunningMesh.get().gateway().endpoint(), List.of());
	}

	Client header(String name, String value) {
		var more = new ArrayList<>(this.headers);
		more.addAll(List.of(name, value));
		return new Client(this.endpoint, List.copyOf(more));
	}

	Client xAuth(String token) {
		return header("X-Auth", token);
	}

	Client bearer(String token) {
		return header("Authorization", "Bearer " + token);
	}

	/** Values fill the template's names and query, in their order. */
	Answer get(String template, Object... values) {
		return send("GET", template, null, values);
	}

	Answer put(String template, Object... values) {
		return send("PUT", template, null, values);
	}

	Answer putJson(String template, Object body, Object... values) {
		return send("PUT", template, json(body), values);
	}

	Answer postJson(String template, Object body, Object... values) {
		return send("POST", template, json(body), values);
	}

	Answer send(String method, String template, String json, Object... values) {
		Client client = (json != null) ? header("Content-Type", "application/json") : this;
		BodyPublisher body = (json != null) ? BodyPublishers.ofString(json) : BodyPublishers.noBody();
		return client.exchange(method, template, body, values);
	}

	Answer sendChunked(String method, String template, String json, Object... values) {
		BodyPublisher body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json.getBytes()));
		return header("Content-Type", "application/json").exchange(method, template, body, values);
	}

	Answer sendText(String method, String template, String text, Object... values) {
		return sendAs("text/plain", method, template, text, values);
	}

	Answer sendAs(String mediaType, String method, String template, String text, Object... values) {
		return header("Content-Type", mediaType).exchange(method, template, BodyPublishers.ofString(text), values);
	}

	/** Sends more than anybody wants; the answer may be a connection that is cut. */
	int upload(String path, String json) {
		try {
			return sendChunked("POST", path, json).status();
		}
		catch (UncheckedIOException ex) {
			return CUT_OFF;
		}
	}

	private Answer exchange(String method, String template, BodyPublisher body, Object... values) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.endpoint + fill(template, values)))
			.timeout(Duration.ofSeconds(20))
			.method(method, body);
		if (!this.headers.isEmpty()) {
			request.headers(this.headers.toArray(String[]::new));
		}
		Answer answer = Answer.of(send(request.build()));
		answer.check(contract, method, template.replaceFirst("\\?.*", ""));
		return answer;
	}

	private static HttpResponse<String> send(HttpRequest request) {
		try {
			return http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(request.toString(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String json(Object body) {
		return (body instanceof String json) ? json : JsonMapper.shared().writeValueAsString(body);
	}

	private static String fill(String template, Object... values) {
		String path = template;
		for (Object value : values) {
			path = path.replaceFirst("\\{\\w+}", URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
		}
		return path;
	}
}
