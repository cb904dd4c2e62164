package social.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import social.local.process.Trouble;

/**
 * Thousands of WebSockets of otus.v2 with one thread: they hear, answer pings and say
 * nothing else.
 */
final class Wires implements AutoCloseable {

	private static final int BUFFER = 65_536;

	private static final int MOST_HEADER = 8_192;

	private final URI endpoint;

	private final Consumer<String> text;

	private final Selector selector;

	private final Queue<Line> fresh = new ConcurrentLinkedQueue<>();

	private final Queue<String> lost = new ConcurrentLinkedQueue<>();

	private final AtomicInteger open = new AtomicInteger();

	private final Map<Integer, Integer> dropped = new ConcurrentSkipListMap<>();

	private volatile boolean closed;

	/**
	 * None yet.
	 * @param text hears every message
	 */
	Wires(String endpoint, Consumer<String> text) {
		this.endpoint = URI.create(endpoint);
		this.text = text;
		try {
			this.selector = Selector.open();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofPlatform().daemon().name("wires").start(this::listen);
	}

	/** Opens one more; returns when it is open. */
	void open(String token) {
		try {
			SocketChannel channel = SocketChannel
				.open(new InetSocketAddress(this.endpoint.getHost(), this.endpoint.getPort()));
			channel.write(ByteBuffer.wrap(handshake(token).getBytes(StandardCharsets.US_ASCII)));
			// byte by byte: what follows the answer belongs to the socket
			String answer = answer(channel);
			if (!answer.startsWith("HTTP/1.1 101")) {
				channel.close();
				throw new NotOpened(answer.lines().findFirst().orElse("no answer"));
			}
			channel.configureBlocking(false);
			this.open.incrementAndGet();
			this.fresh.add(new Line(channel, new Wire(this.text), token));
			this.selector.wakeup();
		}
		catch (IOException ex) {
			throw new NotOpened(ex.toString());
		}
	}

	/** Opens those again that were dropped, as clients do. */
	void reopen() {
		for (String token = this.lost.poll(); token != null; token = this.lost.poll()) {
			open(token);
		}
	}

	/** How many are open. */
	int open() {
		return this.open.get();
	}

	/** How many were open and ended though nobody here ended them, by code. */
	Map<Integer, Integer> dropped() {
		return this.dropped;
	}

	@Override
	public void close() {
		this.closed = true;
		this.selector.wakeup();
	}

	private String handshake(String token) {
		return """
				GET /post/feed/posted HTTP/1.1\r
				Host: %s:%d\r
				Upgrade: websocket\r
				Connection: Upgrade\r
				Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
				Sec-WebSocket-Version: 13\r
				Sec-WebSocket-Protocol: otus.v2\r
				X-Auth: %s\r
				\r
				""".formatted(this.endpoint.getHost(), this.endpoint.getPort(), token);
	}

	private static String answer(SocketChannel channel) throws IOException {
		var answer = new StringBuilder();
		ByteBuffer one = ByteBuffer.allocate(1);
		while (answer.length() < MOST_HEADER && channel.read(one.clear()) == 1) {
			answer.append((char) one.get(0));
			if (one.get(0) == '\n' && answer.toString().endsWith("\r\n\r\n")) {
				break;
			}
		}
		return answer.toString();
	}

	private void listen() {
		ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
		try (this.selector) {
			while (!this.closed) {
				this.selector.select((key) -> hear(key, buffer));
				for (Line next = this.fresh.poll(); next != null; next = this.fresh.poll()) {
					next.channel().register(this.selector, SelectionKey.OP_READ, next);
				}
			}
			for (SelectionKey key : this.selector.keys()) {
				key.channel().close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void hear(SelectionKey key, ByteBuffer buffer) {
		try {
			var line = (Line) key.attachment();
			int read = line.channel().read(buffer.clear());
			if (read > 0) {
				// an answer is a few bytes, which the kernel always takes
				line.channel().write(line.wire().take(buffer.flip()));
			}
			if (read < 0 || line.wire().isClosed()) {
				drop(key);
			}
		}
		catch (IOException | CancelledKeyException ex) {
			drop(key);
		}
	}

	private void drop(SelectionKey key) {
		var line = (Line) key.attachment();
		this.open.decrementAndGet();
		this.dropped.merge(line.wire().code(), 1, Integer::sum);
		this.lost.add(line.token());
		key.cancel();
		try {
			key.channel().close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One socket.
	 *
	 * @param token what opened it
	 */
	private record Line(SocketChannel channel, Wire wire, String token) {
	}

	/** The gateway lets no socket in. */
	static class NotOpened extends Trouble {

		private static final long serialVersionUID = 1L;

		NotOpened(String why) {
			super("a socket does not open: " + why);
		}

	}

}
