package social.dialogs;

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
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import social.platform.passport.UserId;

/** A users-service that knows whom it is told, and can fail as a real one does. */
public class UsersServer implements AutoCloseable {

	private final Set<String> people = ConcurrentHashMap.newKeySet();

	private final List<Headers> questions = new CopyOnWriteArrayList<>();

	private final Phaser gate = new Phaser();

	private final AtomicInteger faultOnce = new AtomicInteger();

	private final int port;

	private HttpServer server;

	private volatile int fault;

	UsersServer() {
		this.server = listen(0);
		this.port = this.server.getAddress().getPort();
	}

	/** Somebody new. */
	public UserId register() {
		var id = new UserId(UUID.randomUUID());
		register(id);
		return id;
	}

	/** Somebody with an id of the test's choice. */
	public void register(UserId id) {
		this.people.add("/internal/users/" + id);
	}

	/** The headers of all questions so far. */
	public List<Headers> questions() {
		return this.questions;
	}

	/** Refuses connections. */
	public void stop() {
		this.server.stop(0);
	}

	/** Answers everything with a status. */
	public void fail(int status) {
		this.fault = status;
	}

	/** Answers the next question with a status. */
	public void failOnce(int status) {
		this.faultOnce.set(status);
	}

	/** Takes questions and does not answer them. */
	public void hang() {
		this.gate.register();
	}

	/** Does again what it is there for. */
	public void recover() {
		this.fault = 0;
		if (this.gate.getRegisteredParties() > 0) {
			this.gate.arriveAndDeregister();
		}
		this.server.stop(0);
		this.server = listen(this.port);
	}

	@Override
	public void close() {
		this.gate.forceTermination();
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
		if (this.gate.getRegisteredParties() > 0) {
			this.gate.awaitAdvance(this.gate.getPhase());
		}
		int once = this.faultOnce.getAndSet(0);
		int fault = (once != 0) ? once : this.fault;
		boolean known = this.people.contains(exchange.getRequestURI().getPath());
		exchange.sendResponseHeaders((fault != 0) ? fault : known ? 204 : 404, -1);
		exchange.close();
	}

}
