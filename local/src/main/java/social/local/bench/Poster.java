package social.local.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import social.local.client.Person;

/**
 * Writes posts on the thread that asks, over connections that stay open: a client of more
 * threads would measure how long they take to wake each other.
 */
final class Poster implements AutoCloseable {

	private static final int BUFFER = 8_192;

	private static final int TIMEOUT_MS = 10_000;

	private static final Pattern GOOD = Pattern.compile("(?is)HTTP/1.1 200 .*\r\ncontent-length: (\\d+)\r\n.*");

	private static final Pattern LAST = Pattern.compile("(?is).*\r\nconnection: close\r\n.*");

	private final URI endpoint;

	private final Person author;

	private final AtomicInteger failed = new AtomicInteger();

	private final Queue<Socket> idle = new ConcurrentLinkedQueue<>();

	Poster(String endpoint, Person author) {
		this.endpoint = URI.create(endpoint);
		this.author = author;
	}

	/**
	 * Writes a post; one that fails is counted.
	 * @param begins hears when all is ready and the request begins
	 */
	void post(String text, Runnable begins) {
		byte[] request = request(text);
		Socket socket = this.idle.poll();
		try {
			if (socket == null) {
				socket = open();
			}
			begins.run();
			socket.getOutputStream().write(request);
			if (LAST.matcher(answer(socket.getInputStream())).matches()) {
				socket.close();
			}
			else {
				this.idle.add(socket);
			}
		}
		catch (IOException ex) {
			this.failed.incrementAndGet();
			close(socket);
		}
	}

	/** How many have failed since the last time. */
	int failed() {
		return this.failed.getAndSet(0);
	}

	@Override
	public void close() {
		for (Socket socket = this.idle.poll(); socket != null; socket = this.idle.poll()) {
			close(socket);
		}
	}

	private Socket open() throws IOException {
		var socket = new Socket();
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(TIMEOUT_MS);
		socket.connect(new InetSocketAddress(this.endpoint.getHost(), this.endpoint.getPort()), TIMEOUT_MS);
		return socket;
	}

	private static void close(@Nullable Socket socket) {
		try {
			if (socket != null) {
				socket.close();
			}
		}
		catch (IOException ex) {
			// it is gone
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

	/** Reads an answer to its end; what is said is at least its head. */
	private static String answer(InputStream from) throws IOException {
		var answer = new StringBuilder();
		var bytes = new byte[BUFFER];
		while (answer.indexOf("\r\n\r\n") < 0) {
			int read = from.read(bytes);
			if (read < 0) {
				throw new EOFException("no answer");
			}
			answer.append(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
		}
		var good = GOOD.matcher(answer);
		if (!good.matches()) {
			throw new IOException("not done");
		}
		int end = answer.indexOf("\r\n\r\n") + 4 + Integer.parseInt(good.group(1));
		from.skipNBytes(Math.max(0, end - answer.length()));
		return answer.toString();
	}

}
