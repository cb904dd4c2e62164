package social.gateway;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.netty.handler.codec.http.HttpHeaders;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A service as the gateway sees it: it notes what it is asked and answers as it is told.
 */
public class FakeService implements AutoCloseable {

	private static final Function<HttpServerResponse, Publisher<Void>> OK = (response) -> json(response,
			"{\"ok\":true}");

	private final String name;

	private final DisposableServer server;

	private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

	private final AtomicInteger begun = new AtomicInteger();

	private final Map<String, String> published = new ConcurrentHashMap<>();

	private final Map<String, Integer> shown = new ConcurrentHashMap<>();

	private volatile Function<HttpServerResponse, Publisher<Void>> answer = OK;

	public FakeService(String name) {
		this.name = name;
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		String document = this.published.get(request.uri());
		if (document != null) {
			this.shown.merge(request.uri(), 1, Integer::sum);
			return json(response, document);
		}
		this.begun.incrementAndGet();
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
			this.seen.add(new Seen(request.method().name(), request.uri(), request.requestHeaders().copy(), body));
			return Mono.from(this.answer.apply(response));
		});
	}

	private static Publisher<Void> json(HttpServerResponse response, String json) {
		return response.header("Content-Type", "application/json").sendString(Mono.just(json));
	}

	/** Answers a path with a document whatever else it answers, and does not note it. */
	public FakeService publishes(String uri, String json) {
		this.published.put(uri, json);
		return this;
	}

	/** How often it was asked for such a document. */
	public int shown(String uri) {
		return this.shown.getOrDefault(uri, 0);
	}

	/** What it answers from now on. */
	public void answers(Function<HttpServerResponse, Publisher<Void>> answer) {
		this.answer = answer;
	}

	/** What it answers from now on, as JSON. */
	public void answers(int status, String json) {
		answers((response) -> json(response.status(status), json));
	}

	/** How many requests have begun to arrive, whether or not their bodies came. */
	public int begun() {
		return this.begun.get();
	}

	/** What it was asked since the last reset. */
	public List<Seen> seen() {
		return List.copyOf(this.seen);
	}

	/** The last that it was asked. */
	public Seen last() {
		return seen().getLast();
	}

	/** Forgets everything. */
	public void reset() {
		this.seen.clear();
		this.answer = OK;
	}

	public String name() {
		return this.name;
	}

	public int port() {
		return this.server.port();
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * A request as it arrived.
	 *
	 * @param method its method
	 * @param uri its path and query
	 * @param headers its headers
	 * @param body its body
	 */
	public record Seen(String method, String uri, HttpHeaders headers, String body) {
	}

}
