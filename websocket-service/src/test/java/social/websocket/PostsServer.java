package social.websocket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.UriComponentsBuilder;

import social.platform.passport.Passport;
import social.platform.passport.UserId;

/**
 * A posts-service that knows what the tests tell it, and can fail as a real one does. One
 * for all, as the broker is: positions go on from test to test.
 */
public final class PostsServer {

	private static final String REPLAY = "/internal/replay/";

	private static final String GONE = "{\"message\":\"gone\",\"request_id\":\"test\",\"code\":410}";

	private static final PostsServer SERVER = new PostsServer();

	private final Map<UserId, Set<UserId>> friends = new ConcurrentHashMap<>();

	private final Map<UserId, Set<UserId>> beginnings = new ConcurrentHashMap<>();

	private final List<String> log = new CopyOnWriteArrayList<>();

	private final List<String> questions = new CopyOnWriteArrayList<>();

	private final List<String> passports = new CopyOnWriteArrayList<>();

	private final AtomicInteger faults = new AtomicInteger();

	private final HttpServer server;

	private volatile long forgotten;

	private volatile CountDownLatch arrived = new CountDownLatch(1);

	private volatile boolean delayed;

	private volatile boolean old;

	private volatile boolean silent;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	private PostsServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.createContext("/", this::answer);
			this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			this.server.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The one that every test shares. */
	public static PostsServer shared() {
		return SERVER;
	}

	/** The address of the server. */
	public String uri() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Lets somebody be, who follows some others from the beginning. */
	public void add(UserId user, Collection<UserId> friends) {
		this.beginnings.put(user, Set.copyOf(friends));
		friendsOf(user).addAll(friends);
	}

	/** Whom a user follows now. */
	public Set<UserId> friendsOf(UserId user) {
		return this.friends.computeIfAbsent(user, (absent) -> ConcurrentHashMap.newKeySet());
	}

	/** Gives a change the next position and keeps it. */
	public synchronized String append(String changeWithoutPosition) {
		String change = changeWithoutPosition.replace("$position", Long.toString(position() + 1));
		this.log.add(change);
		return change;
	}

	/** The newest position. */
	public long position() {
		return this.log.size();
	}

	/** Forgets the log as it is now. */
	public void forget() {
		this.forgotten = position();
	}

	/** The positions of all that concerned a user after one of them. */
	public List<Long> concerning(UserId user, long after) {
		return concerning(user, this.log).filter((position) -> position > after).toList();
	}

	/** How often something was asked for. */
	public long asked(String path) {
		return this.questions.stream().filter(path::equals).count();
	}

	/** The passports that came with all questions so far. */
	public List<String> passports() {
		return this.passports;
	}

	/** Answers a number of questions with 503. */
	public void fail(int times) {
		this.faults.set(times);
	}

	/** Takes questions and holds the answers, which are made already, until let go. */
	public void hold() {
		this.arrived = new CountDownLatch(1);
		this.gate = new CountDownLatch(1);
	}

	/** Takes questions about friends and does not answer before let go. */
	public void delay() {
		hold();
		this.delayed = true;
	}

	/**
	 * The same as an older posts-service, which heeds no position and answers as of then.
	 */
	public void delayAsBefore() {
		delay();
		this.old = true;
	}

	/** Takes questions about what was missed and does not answer before let go. */
	public void holdReplays() {
		hold();
		this.silent = true;
	}

	/** Waits until a question is held. */
	public void awaitQuestion() throws InterruptedException {
		this.arrived.await();
	}

	/** Lets the answers go. */
	public void letGo() {
		this.gate.countDown();
		this.delayed = false;
		this.old = false;
		this.silent = false;
	}

	private void answer(HttpExchange exchange) throws IOException {
		URI uri = exchange.getRequestURI();
		this.questions.add(uri.getPath());
		this.passports.add(String.valueOf(exchange.getRequestHeaders().getFirst(Passport.HEADER)));
		if (this.faults.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			exchange.sendResponseHeaders(503, -1);
			exchange.close();
			return;
		}
		String found = find(uri);
		byte[] answer = found.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(found.equals(GONE) ? 410 : 200, answer.length);
		exchange.getResponseBody().write(answer);
		exchange.close();
	}

	private String find(URI uri) {
		String path = uri.getPath();
		if (path.startsWith(REPLAY)) {
			return replay(UserId.of(path.substring(REPLAY.length())), parameter(uri, "after"), parameter(uri, "limit"));
		}
		return switch (path) {
			case "/internal/changes" -> changes(parameter(uri, "after"), parameter(uri, "limit"));
			case "/internal/changes/position" -> "{\"position\":%d}".formatted(position());
			default -> friends(UserId.of(path.substring("/internal/friends/".length())), parameter(uri, "at"));
		};
	}

	private static long parameter(URI uri, String name) {
		return Long
			.parseLong(String.valueOf(UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst(name)));
	}

	private String changes(long after, long limit) {
		return this.log.stream()
			.skip(Math.max(this.forgotten, after))
			.limit(limit)
			.collect(Collectors.joining(",", "[", "]"));
	}

	private String replay(UserId user, long after, long limit) {
		if (this.silent) {
			awaitGate();
		}
		List<String> kept = List.copyOf(this.log);
		if (after < this.forgotten || after > kept.size()) {
			return GONE;
		}
		List<Long> concerned = concerning(user, kept).filter((position) -> position > after).limit(limit).toList();
		long until = (concerned.size() == limit) ? concerned.getLast() : kept.size();
		return concerned.stream()
			.map((position) -> kept.get((int) (position - 1)))
			.collect(Collectors.joining(",", "{\"until\":%d,\"changes\":[".formatted(until), "]}"));
	}

	/** The positions of what those did whom a user followed at that time. */
	private Stream<Long> concerning(UserId user, List<String> log) {
		Set<String> friends = beginning(user);
		return LongStream.rangeClosed(1, log.size()).filter((position) -> {
			JsonNode change = JsonMapper.shared().readTree(log.get((int) (position - 1)));
			turn(friends, user, change);
			return friends.contains(change.path("author_user_id").asString(""));
		}).boxed();
	}

	private String friends(UserId user, long at) {
		boolean early = !this.delayed;
		String answer = early ? list(user, at) : "";
		awaitGate();
		return early ? answer : list(user, this.old ? position() : at);
	}

	private void awaitGate() {
		this.arrived.countDown();
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String list(UserId user, long at) {
		Set<String> friends = beginning(user);
		this.log.stream().limit(at).forEach((change) -> turn(friends, user, JsonMapper.shared().readTree(change)));
		return friends.stream().map((friend) -> "\"" + friend + "\"").collect(Collectors.joining(",", "[", "]"));
	}

	private Set<String> beginning(UserId user) {
		Set<String> friends = new HashSet<>();
		this.beginnings.getOrDefault(user, Set.of()).forEach((friend) -> friends.add(friend.toString()));
		return friends;
	}

	private static void turn(Set<String> friends, UserId user, JsonNode change) {
		if (change.path("user_id").asString("").equals(user.toString())) {
			String friend = change.path("friend_user_id").asString();
			friends.remove(friend);
			if (change.path("type").asString().equals("friend.added")) {
				friends.add(friend);
			}
		}
	}

}
