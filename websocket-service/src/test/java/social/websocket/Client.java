package social.websocket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.HotSpotDiagnosticMXBean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A client's side of a socket: remembers what it is told. */
public class Client implements WebSocket.Listener, AutoCloseable {

	private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();

	private final CompletableFuture<Integer> end = new CompletableFuture<>();

	private final StringBuilder part = new StringBuilder();

	private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

	private final CompletableFuture<Boolean> came = new CompletableFuture<>();

	private final CompletableFuture<Boolean> pong = new CompletableFuture<>();

	private final AtomicInteger pings = new AtomicInteger();

	private volatile boolean reading = true;

	/** The next frame, which is there within seconds. */
	public String next() throws InterruptedException {
		String frame = this.frames.poll(5, TimeUnit.SECONDS);
		assertThat(frame)
			.as(() -> "the next frame (closed: %s, threads: %s)".formatted(this.end.getNow(null), threads()))
			.isNotNull();
		return frame;
	}

	/**
	 * What every thread does now, virtual ones too, in a file: who waits for what is seen
	 * nowhere else.
	 */
	private static Path threads() {
		try {
			Path file = Files.createTempDirectory(Path.of("target"), "threads").toAbsolutePath().resolve("threads.txt");
			ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
				.dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The next frame, if it comes soon. */
	public Optional<String> poll(Duration patience) throws InterruptedException {
		return Optional.ofNullable(this.frames.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
	}

	/** The first frame, or nothing if the server ends the socket instead. */
	public String first() throws Exception {
		CompletableFuture.anyOf(this.came, this.end).get(5, TimeUnit.SECONDS);
		return this.frames.isEmpty() ? "" : next();
	}

	/** The next frame that has a position. */
	public JsonNode nextPlaced() throws InterruptedException {
		JsonNode frame = JsonMapper.shared().readTree(next());
		return frame.has("position") ? frame : nextPlaced();
	}

	/** The next frame of a type. */
	public JsonNode next(String type, String field) throws InterruptedException {
		JsonNode frame = JsonMapper.shared().readTree(next());
		return frame.path("type").asString().equals(type) ? frame.path(field) : next(type, field);
	}

	/** Whether the next frame tells of a post. */
	public boolean next(String post) throws InterruptedException {
		assertThat(next()).contains(post);
		return true;
	}

	/** What came and was not looked at. */
	public List<String> frames() {
		return List.copyOf(this.frames);
	}

	/** Whether everything that came has been looked at. */
	public boolean silent() {
		return this.frames.isEmpty();
	}

	/** The code with which the server ends the socket, which it does within seconds. */
	public int end() throws Exception {
		return this.end.get(15, TimeUnit.SECONDS);
	}

	/** Whether nobody has ended the socket. */
	public boolean open() {
		return !this.end.isDone();
	}

	/** How many pings came, which the connection answers by itself. */
	public int pings() {
		return this.pings.get();
	}

	/** Waits until the server reads, which is after all that opening a socket means. */
	public void awaitPong() throws Exception {
		this.socket.join().sendPing(ByteBuffer.allocate(0)).join();
		this.pong.get(5, TimeUnit.SECONDS);
	}

	/** Sends text. */
	public void say(String text) {
		this.socket.join().sendText(text, true).join();
	}

	/** Sends bytes. */
	public void say(ByteBuffer bytes) {
		this.socket.join().sendBinary(bytes, true).join();
	}

	/** Takes nothing more from the connection. */
	public void stopReading() {
		this.reading = false;
	}

	/** Takes up again what it stopped. */
	public void readOn() {
		this.reading = true;
		this.socket.join().request(1);
	}

	@Override
	public void onOpen(WebSocket socket) {
		this.socket.complete(socket);
		socket.request(1);
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
		this.part.append(text);
		if (last) {
			this.frames.add(this.part.toString());
			this.came.complete(true);
			this.part.setLength(0);
		}
		if (this.reading) {
			socket.request(1);
		}
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
		this.pings.incrementAndGet();
		socket.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
		this.pong.complete(true);
		socket.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
		this.end.complete(code);
		return null;
	}

	@Override
	public void onError(WebSocket socket, Throwable failure) {
		this.end.complete(1006);
	}

	@Override
	public void close() {
		this.socket.join().abort();
	}

}
