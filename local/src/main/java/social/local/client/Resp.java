package social.local.client;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import social.local.mesh.Mesh;

/** A connection to Redis in its own words. */
public final class Resp implements AutoCloseable {

	private static final int TIMEOUT = 60_000;

	private static final int BUFFER = 65_536;

	private final Socket socket;

	private final InputStream in;

	private final OutputStream out;

	private Resp(Socket socket) throws IOException {
		this.socket = socket;
		this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
		this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
	}

	/** Connects to the Redis of a mesh. */
	public static Resp of(Mesh mesh) {
		try {
			var socket = new Socket(InetAddress.getLoopbackAddress(), mesh.part("redis").place().port());
			socket.setSoTimeout(TIMEOUT);
			var resp = new Resp(socket);
			resp.ask("AUTH", mesh.login("redis").password());
			return resp;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Does a command whose reply is one line.
	 * @return the line without its kind: {@code OK}, a number
	 */
	public String ask(String... words) {
		return all(1, command(words)).getFirst();
	}

	/**
	 * Sends commands all at once, each with a reply of one line.
	 * @return the lines
	 */
	public List<String> all(int count, byte[] commands) {
		try {
			this.out.write(commands);
			this.out.flush();
			var lines = new ArrayList<String>(count);
			for (int i = 0; i < count; i++) {
				lines.add(line());
			}
			return lines;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The bytes of a command. */
	public static byte[] command(String... words) {
		var text = new StringBuilder("*%d\r\n".formatted(words.length));
		for (String word : words) {
			text.append("$%d\r\n%s\r\n".formatted(word.getBytes(StandardCharsets.UTF_8).length, word));
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String line() throws IOException {
		var line = new StringBuilder();
		for (int next = this.in.read(); next != '\n'; next = this.in.read()) {
			if (next < 0) {
				throw new IOException("Redis has closed the connection");
			}
			line.append((char) next);
		}
		if (line.charAt(0) == '-') {
			throw new IOException("Redis refuses: " + line.substring(1).strip());
		}
		return line.substring(1).strip();
	}

}
