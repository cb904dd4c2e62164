package social.websocket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A users-service that knows only which sessions have ended. */
public final class UsersServer {

	private static final UsersServer SERVER = new UsersServer();

	private final List<String> ended = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private UsersServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.createContext("/internal/revocations", this::answer);
			this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			this.server.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The one that every test shares. */
	public static UsersServer shared() {
		return SERVER;
	}

	/** The address of the server. */
	public String uri() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Ends a session. */
	public void end(String session) {
		this.ended.add(session);
	}

	/** Each answer has one, so that there are always pages to come. */
	private void answer(HttpExchange exchange) throws IOException {
		int place = Integer.parseInt(exchange.getRequestURI().getQuery().split("=")[1]);
		List<String> rest = this.ended.subList(place, this.ended.size());
		String revocations = rest.stream()
			.limit(1)
			.map((session) -> "{\"session_id\":\"%s\",\"until\":\"%s\",\"added_later\":1}".formatted(session,
					Instant.now().plusSeconds(60)))
			.collect(Collectors.joining());
		byte[] answer = "{\"revocations\":[%s],\"next\":\"%d\",\"more\":%s}"
			.formatted(revocations, place + Math.min(rest.size(), 1), rest.size() > 1)
			.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, answer.length);
		exchange.getResponseBody().write(answer);
		exchange.close();
	}

}
