package social.posts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import social.platform.passport.UserId;

/** A users-service that knows whom it is told, and can be absent. */
public class UsersServer implements AutoCloseable {

	private final Set<String> people = ConcurrentHashMap.newKeySet();

	private final List<Headers> questions = new CopyOnWriteArrayList<>();

	private final AtomicInteger faultOnce = new AtomicInteger();

	private final int port;

	private HttpServer server;

	UsersServer() {
		this.server = listen(0);
		this.port = this.server.getAddress().getPort();
	}

	/** Somebody new. */
	public UserId register() {
		var id = new UserId(UUID.randomUUID());
		this.people.add("/internal/users/" + id);
		return id;
	}

	/** The headers of all questions so far. */
	public List<Headers> questions() {
		return this.questions;
	}

	/** Answers the next question with a status. */
	public void failOnce(int status) {
		this.faultOnce.set(status);
	}

	/** Refuses connections from now on. */
	public void stop() {
		this.server.stop(0);
	}

	/** Is there again. */
	public void start() {
		this.server = listen(this.port);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	String uri() {
		return "http://127.0.0.1:" + this.port;
	}

	private HttpServer listen(int port) {
		try {
			var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
			server.createContext("/", this::answer);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.questions.add(exchange.getRequestHeaders());
		int fault = this.faultOnce.getAndSet(0);
		boolean known = this.people.contains(exchange.getRequestURI().getPath());
		exchange.sendResponseHeaders((fault != 0) ? fault : known ? 204 : 404, -1);
		exchange.close();
	}

}
