package social.local.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Requests to one endpoint; whatever goes wrong on the way is an answer too.
 *
 * @param endpoint such as {@code http://localhost:8080}
 * @param header what carries the word of who asks: {@code X-Auth} or {@code X-Passport}
 */
public record Api(String endpoint, String header) {

	/** How long an answer may take. */
	public static final Duration TIMEOUT = Duration.ofSeconds(15);

	private static final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	/** The API as people with a token use it. */
	public static Api of(String endpoint) {
		return new Api(endpoint, "X-Auth");
	}

	/** Reads. */
	public Reply get(String path, String token) {
		return send("GET", path, token, BodyPublishers.noBody());
	}

	/** Puts what the path alone says. */
	public Reply put(String path, String token) {
		return send("PUT", path, token, BodyPublishers.noBody());
	}

	/** Posts a JSON text. */
	public Reply post(String path, String token, String json) {
		return send("POST", path, token, BodyPublishers.ofString(json));
	}

	private Reply send(String method, String path, String token, BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.endpoint).resolve(path))
			.timeout(TIMEOUT)
			.header("Content-Type", "application/json")
			.method(method, body);
		if (!token.isEmpty()) {
			request.header(this.header, token);
		}
		try {
			return Reply.of(http.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			return Reply.none(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Reply.none(ex);
		}
	}

}
