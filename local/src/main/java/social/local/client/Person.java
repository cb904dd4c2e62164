package social.local.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Somebody with an account, who logs in again before the token ends. */
public final class Person {

	// a token lives half an hour
	private static final Duration TOKEN_LIFE = Duration.ofMinutes(20);

	private static final int PAGE = 100;

	private static final int TRIES = 30;

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final Api api;

	private final String id;

	private final String password;

	private String token = "";

	private long loggedIn;

	/** Somebody who has an account. */
	public Person(Api api, String id, String password) {
		this.api = api;
		this.id = id;
		this.password = password;
	}

	/** Makes an account. */
	public static Person registers(Api api, String firstName, String secondName, String password) {
		String json = """
				{"first_name": "%s", "second_name": "%s", "password": "%s"}""".formatted(firstName, secondName,
				password);
		String body = patiently(() -> api.post("/user/register", "", json)).orFail("registration").body();
		return new Person(api, new Fields(body).text("user_id").orElseThrow(), password);
	}

	/** Who they are. */
	public String id() {
		return this.id;
	}

	/**
	 * A token that is good for some minutes.
	 * @throws NotAnswered if they can't log in
	 */
	public synchronized String token() {
		if (this.token.isEmpty() || System.nanoTime() - this.loggedIn > TOKEN_LIFE.toNanos()) {
			String json = """
					{"id": "%s", "password": "%s"}""".formatted(this.id, this.password);
			Reply reply = patiently(() -> this.api.post("/login", "", json)).orFail("login");
			this.token = new Fields(reply.body()).text("token").orElseThrow();
			this.loggedIn = System.nanoTime();
		}
		return this.token;
	}

	/** Follows somebody. */
	public void follows(Person friend) {
		patiently(() -> this.api.put("/friend/set/" + friend.id, token())).orFail("friendship");
	}

	/** Writes a post. */
	public Reply posts(String text) {
		return this.api.post("/post/create", token(), "{\"text\": \"%s\"}".formatted(text));
	}

	/** The newest page of the feed, or the one that an earlier page leads to. */
	public Reply feed(String page) {
		return this.api.get(page.isEmpty() ? "/post/feed?limit=" + PAGE : page, token());
	}

	/** The texts of the feed, newest first, until a page has none that is wanted. */
	public List<String> feed(Predicate<String> wanted) {
		var texts = new ArrayList<String>();
		Optional<String> page = Optional.of("");
		while (page.isPresent()) {
			Reply reply = feed(page.get()).orFail("feed");
			List<String> found = new Fields(reply.body()).texts("text");
			texts.addAll(found);
			page = found.stream().anyMatch(wanted) ? reply.next() : Optional.empty();
		}
		return texts;
	}

	/** Asks again, as often as a client would, while there is too much to do. */
	private static Reply patiently(Supplier<Reply> request) {
		Reply reply = request.get();
		for (int tries = 1; tries < TRIES && reply.isBusy(); tries++) {
			LockSupport.parkNanos(PAUSE.toNanos());
			reply = request.get();
		}
		return reply;
	}

}
