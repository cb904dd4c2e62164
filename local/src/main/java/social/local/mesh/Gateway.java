package social.local.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The gateway as its clients see it: the few requests that the launcher makes itself.
 *
 * @param endpoint such as {@code http://localhost:8080}
 */
public record Gateway(String endpoint) {

	static final int OK = 200;

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final Pattern ID_OR_TOKEN = Pattern.compile("\"(?:user_id|token)\"\\s*:\\s*\"([^\"]+)\"");

	private static final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	/** Registers somebody; the answer is their id, empty if the gateway refuses. */
	public String register(String firstName, String secondName, String password) {
		return idOrToken(post("/user/register", """
				{"first_name": "%s", "second_name": "%s", "password": "%s"}""".formatted(firstName, secondName,
				password)));
	}

	HttpResponse<String> login(String id, String password) {
		return post("/login", """
				{"id": "%s", "password": "%s"}""".formatted(id, password));
	}

	int get(String path, String token) {
		return send(HttpRequest.newBuilder(URI.create(this.endpoint + path)).header("X-Auth", token)).statusCode();
	}

	/** Opens a WebSocket and closes it again; 200 stands for an upgrade. */
	int upgrade(String path, String token) {
		return http.newWebSocketBuilder()
			.connectTimeout(TIMEOUT)
			.header("X-Auth", token)
			.buildAsync(URI.create(this.endpoint.replaceFirst("^http", "ws") + path), new WebSocket.Listener() {
			})
			.thenCompose((socket) -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""))
			.handle((socket, failure) -> (failure == null) ? OK : status(failure))
			.join();
	}

	static String idOrToken(HttpResponse<String> answer) {
		Matcher matcher = ID_OR_TOKEN.matcher(answer.body());
		return (answer.statusCode() == OK && matcher.find()) ? matcher.group(1) : "";
	}

	private HttpResponse<String> post(String path, String json) {
		return send(HttpRequest.newBuilder(URI.create(this.endpoint + path))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json)));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UncheckedIOException(new IOException("interrupted", ex));
		}
	}

	private static int status(Throwable failure) {
		return (failure.getCause() instanceof WebSocketHandshakeException refused) ? refused.getResponse().statusCode()
				: 0;
	}

}
