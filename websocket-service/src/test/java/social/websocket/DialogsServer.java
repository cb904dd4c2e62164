package social.websocket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import social.platform.passport.UserId;

/** A dialogs-service that knows only what is unread, as the tests tell it. */
public final class DialogsServer {

	private static final DialogsServer SERVER = new DialogsServer();

	private static final String UNREAD = "/internal/unread/";

	private final Map<UserId, String> unread = new ConcurrentHashMap<>();

	private final List<String> questions = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private volatile boolean away;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	private DialogsServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.createContext(UNREAD, this::answer);
			this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			this.server.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The one that every test shares. */
	public static DialogsServer shared() {
		return SERVER;
	}

	/** The address of the server. */
	public String uri() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** What a user has not read from now on. */
	public void unread(UserId user, int total, int dialogs) {
		this.unread.put(user, "{\"total\":%d,\"dialogs\":%d}".formatted(total, dialogs));
	}

	/** Whether questions are answered with 503. */
	public void away(boolean away) {
		this.away = away;
	}

	/** Takes questions and holds the answers, which are made already, until let go. */
	public void hold() {
		this.gate = new CountDownLatch(1);
	}

	/** Lets the answers go. */
	public void letGo() {
		this.gate.countDown();
	}

	/** How often it was asked for a user. */
	public long asked(UserId user) {
		return this.questions.stream().filter(user.toString()::equals).count();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String user = exchange.getRequestURI().getPath().substring(UNREAD.length());
		byte[] answer = this.unread.getOrDefault(UserId.of(user), "{\"total\":0,\"dialogs\":0}")
			.getBytes(StandardCharsets.UTF_8);
		this.questions.add(user);
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(this.away ? 503 : 200, answer.length);
		exchange.getResponseBody().write(answer);
		exchange.close();
	}

}
