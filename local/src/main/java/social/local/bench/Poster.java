package social.local.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

import social.local.client.Person;

/**
 * Writes posts on the thread that asks, over connections that stay open: a client of more
 * threads would measure how long they take to wake each other.
 */
final class Poster implements AutoCloseable {

	private static final int MOST_ANSWER = 8_192;

	private static final Pattern WHOLE = Pattern.compile("(?is)HTTP/1.1 200 .*\r\ncontent-length: (\\d+)\r\n.*");

	private static final Pattern LAST = Pattern.compile("(?is).*\r\nconnection: close\r\n.*");

	private final URI endpoint;

	private final Person author;

	private final Queue<Socket> idle = new ConcurrentLinkedQueue<>();

	Poster(String endpoint, Person author) {
		this.endpoint = URI.create(endpoint);
		this.author = author;
	}

	/** Writes a post. */
	void post(String text) {
		try {
			Socket kept = this.idle.poll();
			Socket socket = (kept != null) ? kept : new Socket(this.endpoint.getHost(), this.endpoint.getPort());
			socket.setTcpNoDelay(true);
			socket.getOutputStream().write(request(text));
			if (LAST.matcher(head(socket.getInputStream())).matches()) {
				socket.close();
			}
			else {
				this.idle.add(socket);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			for (Socket socket = this.idle.poll(); socket != null; socket = this.idle.poll()) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private byte[] request(String text) {
		String json = "{\"text\": \"%s\"}".formatted(text);
		return """
				POST /post/create HTTP/1.1\r
				Host: %s:%d\r
				Content-Type: application/json\r
				Content-Length: %d\r
				X-Auth: %s\r
				\r
				%s"""
			.formatted(this.endpoint.getHost(), this.endpoint.getPort(), json.getBytes(StandardCharsets.UTF_8).length,
					this.author.token(), json)
			.getBytes(StandardCharsets.UTF_8);
	}

	/** Reads a whole answer. */
	private static String head(InputStream answer) throws IOException {
		var head = new StringBuilder();
		var bytes = new byte[MOST_ANSWER];
		while (head.indexOf("\r\n\r\n") < 0) {
			int read = answer.read(bytes);
			if (read < 0) {
				throw new EOFException("no answer");
			}
			head.append(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
		}
		var whole = WHOLE.matcher(head);
		if (!whole.matches()) {
			throw new IOException("a post is answered " + head.toString().lines().findFirst().orElse(""));
		}
		int end = head.indexOf("\r\n\r\n") + 4 + Integer.parseInt(whole.group(1));
		answer.skipNBytes(Math.max(0, end - head.length()));
		return head.toString();
	}

}
