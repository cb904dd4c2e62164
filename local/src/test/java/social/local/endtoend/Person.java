package social.local.endtoend;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;

/** Somebody with an account, logged in. */
record Person(String id, String token) {

	static final String PASSWORD = "correct horse battery";

	private static final AtomicInteger numbers = new AtomicInteger();

	static Person registers() {
		return registers("Имя" + numbers.incrementAndGet(), "Фамилия");
	}

	static Person registers(String firstName, String secondName) {
		String id = Client.anonymous()
			.postJson("/user/register",
					Map.of("first_name", firstName, "second_name", secondName, "birthdate", "1994-05-17", "biography",
							"Горы, книги", "city", "Казань", "password", PASSWORD))
			.expect(200)
			.text("user_id");
		return new Person(id, login(id));
	}

	static String login(String id) {
		return Client.anonymous().postJson("/login", Map.of("id", id, "password", PASSWORD)).expect(200).text("token");
	}

	Client client() {
		return Client.anonymous().xAuth(this.token);
	}

	void follows(Person friend) {
		client().put("/friend/set/{user_id}", friend.id).expect(200);
	}

	void unfollows(Person friend) {
		client().put("/friend/delete/{user_id}", friend.id).expect(200);
	}

	/** Writes a post; the answer is its id. */
	String posts(String text) {
		return client().postJson("/post/create", Map.of("text", text)).expect(200).json().asString();
	}

	Answer edits(String post, String text) {
		return client().putJson("/post/update", Map.of("id", post, "text", text));
	}

	Answer deletes(String post) {
		return client().put("/post/delete/{id}", post);
	}

	/** The texts in the feed, newest first. */
	List<String> feed() {
		return texts(client().get("/post/feed?limit={limit}", 100).expect(200));
	}

	void says(Person to, String text) {
		client().postJson("/dialog/{user_id}/send", Map.of("text", text), to.id).expect(200);
	}

	/** The texts of the dialog, in the order of the answer. */
	List<String> dialog(Person with) {
		return texts(client().get("/dialog/{user_id}/list", with.id).expect(200));
	}

	/** Takes all that somebody wrote as read. */
	void reads(Person with) {
		client().postJson("/dialog/{user_id}/read", Map.of("seq", Long.MAX_VALUE), with.id).expect(200);
	}

	/** How many messages are unread, in how many dialogs. */
	List<Long> unread() {
		JsonNode unread = client().get("/dialogs/unread").expect(200).json();
		return List.of(unread.path("messages").asLong(), unread.path("dialogs").asLong());
	}

	Socket listens(String path) {
		return Socket.open(path, "X-Auth", this.token);
	}

	private static List<String> texts(Answer answer) {
		return answer.json().valueStream().map((JsonNode item) -> item.path("text").asString()).toList();
	}

}
