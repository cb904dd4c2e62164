package social.websocket;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection by hand, for what no well-behaved client would do. */
public class RawClient implements AutoCloseable {

	private final Socket connection;

	private final DataInputStream in;

	/** Sends a request that asks for a socket. */
	public RawClient(int port, String path, String... headers) throws IOException {
		this.connection = new Socket(InetAddress.getLoopbackAddress(), port);
		this.connection.setSoTimeout(20_000);
		this.in = new DataInputStream(this.connection.getInputStream());
		String request = """
				GET %s HTTP/1.1
				Host: localhost
				Upgrade: websocket
				Connection: Upgrade
				Sec-WebSocket-Version: 13
				Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
				%s

				""".formatted(path, String.join("\n", headers));
		this.connection.getOutputStream()
			.write(request.replace("\n\n\n", "\n\n").replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	/** The answer's head, up to the empty line. */
	public String head() throws IOException {
		var head = new StringBuilder();
		for (String line = line(); !line.isEmpty(); line = line()) {
			head.append(line).append('\n');
		}
		return head.toString();
	}

	/** The answer's body, which is short. */
	public String body(String head) throws IOException {
		String length = head.toLowerCase(Locale.ROOT).contains("chunked") ? line()
				: Integer.toHexString(Integer.parseInt(head.replaceAll("(?is).*content-length: (\\d+).*", "$1")));
		return new String(this.in.readNBytes(Integer.parseInt(length, 16)), StandardCharsets.UTF_8);
	}

	/** Reads over frames until the server says farewell; returns its code. */
	public int end() throws IOException {
		while (true) {
			int kind = this.in.readUnsignedByte() & 0x0F;
			int length = this.in.readUnsignedByte();
			if (kind == 8) {
				return this.in.readUnsignedShort();
			}
			this.in.skipNBytes((length < 126) ? length : this.in.readUnsignedShort());
		}
	}

	/** Whether the server has cut the connection, which it does within seconds. */
	public boolean cut() throws IOException {
		this.in.transferTo(OutputStream.nullOutputStream());
		return true;
	}

	private String line() throws IOException {
		var line = new StringBuilder();
		for (int next = this.in.readUnsignedByte(); next != '\n'; next = this.in.readUnsignedByte()) {
			line.append((char) next);
		}
		return line.toString().strip();
	}

	@Override
	public void close() throws IOException {
		this.connection.close();
	}

}
