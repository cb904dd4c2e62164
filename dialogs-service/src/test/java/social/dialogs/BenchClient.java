package social.dialogs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One connection over which requests follow each other, with next to no work of its own.
 */
final class BenchClient implements AutoCloseable {

	private final int port;

	private Socket socket;

	private InputStream answers;

	BenchClient(int port) throws IOException {
		this.port = port;
		connect();
	}

	private void connect() throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setTcpNoDelay(true);
		this.answers = new BufferedInputStream(this.socket.getInputStream(), 1 << 16);
	}

	/** Asks, reads the whole answer, and tells its status. */
	int exchange(String method, String path, String headers, String body) throws IOException {
		byte[] content = body.getBytes(StandardCharsets.UTF_8);
		this.socket.getOutputStream().write("""
				%s %s HTTP/1.1\r
				Host: bench\r
				Content-Type: application/json\r
				Content-Length: %d\r
				%s\r
				%s""".formatted(method, path, content.length, headers, body).getBytes(StandardCharsets.UTF_8));
		int status = Integer.parseInt(line().split(" ")[1]);
		int length = 0;
		boolean last = false;
		for (String header = line(); !header.isEmpty(); header = line()) {
			if (header.regionMatches(true, 0, "Content-Length: ", 0, 16)) {
				length = Integer.parseInt(header.substring(16));
			}
			if (header.equalsIgnoreCase("Transfer-Encoding: chunked")) {
				length = -1;
			}
			last |= header.equalsIgnoreCase("Connection: close");
		}
		skip(length);
		if (last) {
			close();
			connect();
		}
		return status;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	private void skip(int length) throws IOException {
		if (length >= 0) {
			this.answers.skipNBytes(length);
			return;
		}
		for (int size = -1; size != 0;) {
			size = Integer.parseInt(line(), 16);
			this.answers.skipNBytes(size + 2L);
		}
	}

	private String line() throws IOException {
		var line = new StringBuilder();
		for (int next = this.answers.read(); next != '\n'; next = this.answers.read()) {
			if (next < 0) {
				throw new IOException("the service hung up");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

}
