package social.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import social.local.client.Person;

/**
 * Writes posts on the thread that asks, over connections that stay: what is measured is
 * not how long threads of a client take to wake each other.
 */
record Poster(String endpoint, Person author) {

	/** Writes a post; if that fails, nothing arrives. */
	void post(String text) {
		try {
			var request = (HttpURLConnection) URI.create(this.endpoint)
				.resolve("/post/create")
				.toURL()
				.openConnection();
			request.setRequestProperty("X-Auth", this.author.token());
			request.setRequestProperty("Content-Type", "application/json");
			request.setDoOutput(true);
			byte[] json = "{\"text\": \"%s\"}".formatted(text).getBytes(StandardCharsets.UTF_8);
			request.setFixedLengthStreamingMode(json.length);
			try (OutputStream body = request.getOutputStream()) {
				body.write(json);
			}
			try (InputStream answer = request.getInputStream()) {
				answer.readAllBytes();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
