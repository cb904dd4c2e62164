package social.local.endtoend;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import social.local.seed.Crowd;

/** Requests that provoke every status of every operation that can be provoked. */
final class ApiCases {

	private static final String TOO_LARGE = "{\"text\":\"%s\"}".formatted("x".repeat(300 * 1024));

	private static final String TOO_LONG = "ы".repeat(8193);

	private static final int MOST_FRIENDS = 10_000;

	private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

	private final Person me = Person.registers("Константин", "Осипов");

	private final Person other = Person.registers("Анна", "Осипова");

	private final Person sociable = Person.registers("Фёдор", "Осипов");

	private final List<ApiCase> cases = new ArrayList<>();

	List<ApiCase> all() {
		users();
		friends();
		posts();
		dialogs();
		return this.cases;
	}

	Person caller() {
		return this.me;
	}

	private void users() {
		add("GET /.well-known/jwks.json", 200, "anybody", (client) -> client.get("/.well-known/jwks.json"));
		String login = "POST /login";
		add(login, 200, "the right password", (client) -> client.postJson("/login", credentials(this.me.id())));
		add(login, 400, "a wrong password",
				(client) -> client.postJson("/login", Map.of("id", this.me.id(), "password", "wrong password")));
		add(login, 400, "no password", (client) -> client.postJson("/login", Map.of("id", this.me.id())));
		add(login, 400, "an id that is none", (client) -> client.postJson("/login", credentials("me")));
		add(login, 404, "nobody's id", (client) -> client.postJson("/login", credentials(nobody())));
		badBodies("POST", "/login", "{\"id\":17,\"password\":{}}");
		sessions();
		add("POST /user/register", 200, "names and a password",
				(client) -> client.postJson("/user/register", registration("Пётр", Person.PASSWORD)));
		add("POST /user/register", 409, "a key that somebody else has", (client) -> {
			Client keyed = client.header("Idempotency-Key", UUID.randomUUID().toString());
			keyed.postJson("/user/register", registration("Пётр", Person.PASSWORD)).expect(200);
			return keyed.postJson("/user/register", registration("Павел", Person.PASSWORD));
		});
		add("POST /user/register", 400, "a blank name",
				(client) -> client.postJson("/user/register", registration(" ", Person.PASSWORD)));
		add("POST /user/register", 400, "a short password",
				(client) -> client.postJson("/user/register", registration("Пётр", "1234567")));
		badBodies("POST", "/user/register", "{\"first_name\":[],\"second_name\":1,\"password\":true}");
		add("GET /user/get/{id}", 200, "somebody", (client) -> client.get("/user/get/{id}", this.other.id()));
		badId("GET", "/user/get/{id}");
		unknown("GET", "/user/get/{id}");
		String search = "/user/search?first_name={first}&last_name={last}";
		add("GET /user/search", 200, "two beginnings", (client) -> client.get(search, "конст", "ОСИ"));
		add("GET /user/search", 200, "nobody's beginnings", (client) -> client.get(search, "%", "_"));
		add("GET /user/search", 400, "one beginning", (client) -> client.get("/user/search?first_name=a"));
		add("GET /user/search", 400, "a blank beginning", (client) -> client.get(search, " ", "Оси"));
		add("GET /user/search", 400, "NUL", (client) -> client.get(search, "\0", "Оси"));
	}

	private void sessions() {
		String refresh = "POST /token/refresh";
		add(refresh, 200, "the token of a login",
				(client) -> client.postJson("/token/refresh", Map.of("refresh_token", refreshToken())));
		add(refresh, 400, "no token", (client) -> client.postJson("/token/refresh", Map.of()));
		add(refresh, 401, "nobody's token",
				(client) -> client.postJson("/token/refresh", Map.of("refresh_token", nobody())));
		badBodies("POST", "/token/refresh", "{\"refresh_token\":[]}");
		add("POST /ws/ticket", 200, "anybody", (client) -> client.send("POST", "/ws/ticket", null));
		add("POST /logout", 204, "a session of one's own",
				(client) -> Client.anonymous().xAuth(Person.login(this.me.id())).send("POST", "/logout", null));
		add("POST /logout", 400, "neither here nor everywhere",
				(client) -> client.send("POST", "/logout?everywhere=perhaps", null));
	}

	private String refreshToken() {
		return Client.anonymous().postJson("/login", credentials(this.me.id())).expect(200).text("refresh_token");
	}

	private void friends() {
		for (String path : List.of("/friend/set/{user_id}", "/friend/delete/{user_id}")) {
			add("PUT " + path, 200, "somebody", (client) -> client.put(path, this.other.id()));
			add("PUT " + path, 200, "the same again", (client) -> client.put(path, this.other.id()));
			add("PUT " + path, 400, "oneself", (client) -> client.put(path, this.me.id()));
			badId("PUT", path);
			unknown("PUT", path);
		}
		String set = "/friend/set/{user_id}";
		UUID user = UUID.fromString(this.sociable.id());
		Crowd.tie(RunningMesh.get(), MOST_FRIENDS, (index) -> user, (index) -> new UUID(0, index), NOWHERE, false);
		add("PUT " + set, 409, "one person too many", (client) -> this.sociable.client().put(set, this.other.id()));
	}

	private void posts() {
		add("POST /post/create", 200, "a text", (client) -> client.postJson("/post/create", Map.of("text", "Привет")));
		add("POST /post/create", 409, "a key that another text has", (client) -> {
			Client keyed = client.header("Idempotency-Key", UUID.randomUUID().toString());
			keyed.postJson("/post/create", Map.of("text", "Привет")).expect(200);
			return keyed.postJson("/post/create", Map.of("text", "Пока"));
		});
		badText("POST", "/post/create", Map.of());
		badBodies("POST", "/post/create", "{\"text\":17}");
		add("PUT /post/update", 200, "one's own post",
				(client) -> client.putJson("/post/update", Map.of("id", this.me.posts("Первое"), "text", "Второе")));
		add("PUT /post/update", 400, "an id that is none",
				(client) -> client.putJson("/post/update", Map.of("id", "17", "text", "Второе")));
		add("PUT /post/update", 404, "somebody else's post",
				(client) -> client.putJson("/post/update", Map.of("id", this.other.posts("Моё"), "text", "Чужое")));
		add("PUT /post/update", 404, "an absent post",
				(client) -> client.putJson("/post/update", Map.of("id", nobody(), "text", "Ничьё")));
		badText("PUT", "/post/update", Map.of("id", nobody()));
		badBodies("PUT", "/post/update", "{\"id\":[],\"text\":{}}");
		add("PUT /post/delete/{id}", 200, "one's own post",
				(client) -> client.put("/post/delete/{id}", this.me.posts("Лишнее")));
		add("PUT /post/delete/{id}", 404, "somebody else's post",
				(client) -> client.put("/post/delete/{id}", this.other.posts("Моё")));
		badId("PUT", "/post/delete/{id}");
		unknown("PUT", "/post/delete/{id}");
		add("GET /post/get/{id}", 200, "somebody's post",
				(client) -> client.get("/post/get/{id}", this.other.posts("Смотрите")));
		badId("GET", "/post/get/{id}");
		unknown("GET", "/post/get/{id}");
		String feed = "/post/feed?offset={offset}&limit={limit}";
		add("GET /post/feed", 200, "the defaults", (client) -> client.get("/post/feed"));
		add("GET /post/feed", 200, "an offset past the end", (client) -> client.get(feed, 900, 100));
		for (String bad : List.of("-1 10", "0 0", "0 101", "x 10", "0 1.5", "99999999999999999999 10")) {
			add("GET /post/feed", 400, "offset and limit " + bad,
					(client) -> client.get(feed, (Object[]) bad.split(" ")));
		}
	}

	private void dialogs() {
		String send = "/dialog/{user_id}/send";
		add("POST " + send, 200, "a text",
				(client) -> client.postJson(send, Map.of("text", "Привет"), this.other.id()));
		add("POST " + send, 404, "nobody", (client) -> client.postJson(send, Map.of("text", "Привет"), nobody()));
		add("POST " + send, 400, "an id that is none", (client) -> client.postJson(send, Map.of("text", "Да"), "me"));
		add("POST " + send, 409, "a key that another text has", (client) -> {
			Client keyed = client.header("Idempotency-Key", UUID.randomUUID().toString());
			keyed.postJson(send, Map.of("text", "Привет"), this.other.id()).expect(200);
			return keyed.postJson(send, Map.of("text", "Пока"), this.other.id());
		});
		badText("POST", send, Map.of(), this.other.id());
		badBodies("POST", send, "{\"text\":[]}", this.other.id());
		add("GET /dialog/{user_id}/list", 200, "a dialog",
				(client) -> client.get("/dialog/{user_id}/list", this.other.id()));
		badId("GET", "/dialog/{user_id}/list");
		read();
		inbox();
	}

	private void read() {
		String read = "/dialog/{user_id}/read";
		add("POST " + read, 200, "a place", (client) -> client.postJson(read, Map.of("seq", 1), this.other.id()));
		add("POST " + read, 200, "a place after the end",
				(client) -> client.postJson(read, Map.of("seq", Long.MAX_VALUE), this.other.id()));
		add("POST " + read, 200, "nobody", (client) -> client.postJson(read, Map.of("seq", 1), nobody()));
		add("POST " + read, 400, "oneself", (client) -> client.postJson(read, Map.of("seq", 1), this.me.id()));
		add("POST " + read, 400, "an id that is none", (client) -> client.postJson(read, Map.of("seq", 1), "me"));
		for (String seq : List.of("0", "-1", "1.5", "\"1\"", "null", "99999999999999999999")) {
			add("POST " + read, 400, "the place " + seq,
					(client) -> client.send("POST", read, "{\"seq\":%s}".formatted(seq), this.other.id()));
		}
		badBodies("POST", read, "{\"seq\":[]}", this.other.id());
	}

	private void inbox() {
		add("GET /dialogs", 200, "the defaults", (client) -> client.get("/dialogs"));
		String after = "/dialogs?limit={limit}&cursor={cursor}";
		add("GET /dialogs", 200, "a cursor before all", (client) -> client.get(after, 100, "0-" + nobody()));
		for (String bad : List.of("limit=0", "limit=101", "limit=1.5", "cursor=1", "cursor=me")) {
			add("GET /dialogs", 400, bad, (client) -> client.get("/dialogs?" + bad));
		}
		add("GET /dialogs/unread", 200, "anybody", (client) -> client.get("/dialogs/unread"));
	}

	private void badId(String method, String path) {
		for (String id : List.of("me", "0", "e4d2e6b0-cde2-42c5-aac3-0b8316f21e5", nobody() + "0")) {
			add(method + " " + path, 400, "the id " + id, (client) -> client.send(method, path, null, id));
		}
	}

	private void unknown(String method, String path) {
		add(method + " " + path, 404, "nobody", (client) -> client.send(method, path, null, nobody()));
	}

	private void badText(String method, String path, Map<String, String> rest, Object... values) {
		var texts = Map.of("an empty text", "", "a blank text", " \\n\\t", "a text of 16,386 bytes", TOO_LONG, "NUL",
				"a\\u0000b", "a lone surrogate", "a\\ud800b");
		texts.forEach((what, text) -> {
			var body = new StringBuilder("{\"text\":\"" + text + "\"");
			rest.forEach((name, value) -> body.append(",\"%s\":\"%s\"".formatted(name, value)));
			add(method + " " + path, 400, what, (client) -> client.send(method, path, body + "}", values));
		});
		add(method + " " + path, 400, "no text", (client) -> client.send(method, path, "{}", values));
	}

	private void badBodies(String method, String path, String otherTypes, Object... values) {
		String operation = method + " " + path;
		add(operation, 400, "broken JSON", (client) -> client.send(method, path, "{\"text\":", values));
		add(operation, 400, "no body", (client) -> client.send(method, path, "", values));
		add(operation, 400, "an array", (client) -> client.send(method, path, "[]", values));
		add(operation, 400, "fields of other types", (client) -> client.send(method, path, otherTypes, values));
		add(operation, 413, "300 KiB", (client) -> client.send(method, path, TOO_LARGE, values));
		add(operation, 413, "300 KiB in chunks", (client) -> client.sendChunked(method, path, TOO_LARGE, values));
		add(operation, 415, "plain text", (client) -> client.sendText(method, path, "text", values));
	}

	private void add(String operation, int status, String what, Function<Client, Answer> request) {
		this.cases.add(new ApiCase(operation, status, what, request));
	}

	private static Map<String, String> credentials(String id) {
		return Map.of("id", id, "password", Person.PASSWORD);
	}

	private static Map<String, String> registration(String firstName, String password) {
		return Map.of("first_name", firstName, "second_name", "Первый", "password", password);
	}

	private static String nobody() {
		return UUID.randomUUID().toString();
	}

}
