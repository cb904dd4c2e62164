package social.local.endtoend;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import social.backing.Contracts;
import social.local.mesh.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What people do and see, with two posts services, feed workers and WebSocket services.
 */
class JourneyTests {

	private static final Pattern SESSIONS = Pattern.compile("social_websocket_sessions(?:\\{.*?})? ([0-9.]+)");

	private Person ann;

	private Person boris;

	@BeforeEach
	void meet() {
		this.ann = Person.registers();
		this.boris = Person.registers();
	}

	@Test
	void aPostReachesEverySocketOfEveryFollowerOnce() throws Exception {
		List<Person> followers = Stream.generate(Person::registers).limit(3).toList();
		followers.forEach((follower) -> follower.follows(this.ann));
		List<Socket> sockets = new ArrayList<>();
		for (Person follower : followers) {
			for (String path : List.of("/post/feed/posted", "/posts", "/post/feed/posted", "/posts")) {
				sockets.add(follower.listens(path));
			}
		}
		assertThat(sessionsOfEachInstance()).hasSize(2).allMatch((sessions) -> sessions > 0);
		List<String> texts = IntStream.range(0, 20).mapToObj((number) -> "Новость " + number).toList();
		texts.forEach(this.ann::posts);
		await().untilAsserted(
				() -> assertThat(sockets).allSatisfy((socket) -> assertThat(socket.texts()).isEqualTo(texts)));
		// anything that came twice would come before this
		this.ann.posts("Конец");
		await().untilAsserted(() -> assertThat(sockets)
			.allSatisfy((socket) -> assertThat(socket.texts()).hasSize(21).endsWith("Конец")));
		assertThat(followers)
			.allSatisfy((follower) -> await().untilAsserted(() -> assertThat(follower.feed()).hasSize(21)
				.startsWith("Конец", "Новость 19", "Новость 18")
				.endsWith("Новость 0")));
		sockets.forEach(Socket::close);
	}

	@Test
	void aFrameIsThatOfTheContract() {
		this.boris.follows(this.ann);
		try (Socket socket = this.boris.listens("/post/feed/posted")) {
			String post = this.ann.posts("Привет");
			await().until(() -> socket.frames().size() == 1);
			String frame = socket.frames().getFirst().toString();
			Contracts.broker().check("PostedFrame", frame);
			assertThat(frame).contains(post, this.ann.id(), "Привет");
		}
	}

	@Test
	void editsDeletesAndNewFriendsShowInTheFeed() {
		String first = this.ann.posts("Первое");
		String second = this.ann.posts("Второе");
		assertThat(this.boris.feed()).isEmpty();
		this.boris.follows(this.ann);
		await().untilAsserted(() -> assertThat(this.boris.feed()).containsExactly("Второе", "Первое"));
		this.ann.edits(first, "Первое, исправленное").expect(200);
		await().untilAsserted(() -> assertThat(this.boris.feed()).containsExactly("Второе", "Первое, исправленное"));
		this.ann.deletes(second).expect(200);
		await().untilAsserted(() -> assertThat(this.boris.feed()).containsExactly("Первое, исправленное"));
		Client.anonymous().xAuth(this.boris.token()).get("/post/get/{id}", second).expect(404);
		this.boris.unfollows(this.ann);
		await().untilAsserted(() -> assertThat(this.boris.feed()).isEmpty());
	}

	@Test
	void aNewFriendIsHeardAtSocketsThatAreOpenAlready() {
		try (Socket socket = this.boris.listens("/posts")) {
			this.boris.follows(this.ann);
			await().untilAsserted(() -> {
				this.ann.posts("Слышно?");
				assertThat(socket.texts()).contains("Слышно?");
			});
			this.boris.unfollows(this.ann);
			Person clara = Person.registers();
			this.boris.follows(clara);
			await().untilAsserted(() -> {
				clara.posts("А теперь?");
				assertThat(socket.texts()).contains("А теперь?");
			});
			this.ann.posts("Уже нет");
			clara.posts("Последнее");
			await().untilAsserted(() -> assertThat(socket.texts()).contains("Последнее").doesNotContain("Уже нет"));
		}
	}

	@Test
	void everyPageOfAFeedFollowsThePageBefore() {
		this.boris.follows(this.ann);
		List<String> texts = IntStream.range(0, 25).mapToObj((number) -> "Пост " + number).toList();
		texts.forEach(this.ann::posts);
		await().until(() -> this.boris.feed().size() == 25);
		List<String> pages = Stream.of(0, 10, 20)
			.flatMap((offset) -> this.boris.client()
				.get("/post/feed?offset={offset}&limit={limit}", offset, 10)
				.expect(200)
				.json()
				.valueStream())
			.map((post) -> post.path("text").asString())
			.toList();
		assertThat(pages).isEqualTo(texts.reversed());
	}

	@Test
	void aPersonIsFoundByTheBeginningsOfTheirNames() {
		Person person = Person.registers("Ксаверий%", "Я_ковлев");
		Client client = this.ann.client();
		String search = "/user/search?first_name={first}&last_name={last}";
		assertThat(client.get(search, "ксАвер", "я").expect(200).body()).contains(person.id());
		assertThat(client.get(search, "Ксаверий%", "Я_").expect(200).body()).contains(person.id());
		assertThat(client.get(search, "Кс%", "Я").expect(200).body()).isEqualTo("[]");
		assertThat(client.get(search, "Ксаверий", "Як").expect(200).body()).isEqualTo("[]");
	}

	@Test
	void anInboxShowsWhoWroteLastAndWhatIsUnread() {
		Person clara = Person.registers();
		this.boris.says(this.ann, "Раз");
		clara.says(this.ann, "Привет");
		this.boris.says(this.ann, "Два");
		assertThat(this.ann.unread()).containsExactly(3L, 2L);
		JsonNode first = this.ann.client().get("/dialogs?limit={limit}", 1).expect(200).json().path(0);
		assertThat(first.path("user_id").asString()).isEqualTo(this.boris.id());
		assertThat(first.path("unread").asLong()).isEqualTo(2);
		assertThat(first.path("last").path("text").asString()).isEqualTo("Два");
		this.ann.reads(this.boris);
		assertThat(this.ann.unread()).containsExactly(1L, 1L);
		assertThat(this.boris.unread()).containsExactly(0L, 0L);
	}

	private static List<Double> sessionsOfEachInstance() throws Exception {
		var sessions = new ArrayList<Double>();
		for (Part part : RunningMesh.get().parts()) {
			if (part.name().startsWith("websocket-service")) {
				URI metrics = URI
					.create("http://127.0.0.1:%d/actuator/prometheus".formatted(part.place().management()));
				String text = HttpClient.newHttpClient()
					.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
					.body();
				SESSIONS.matcher(text).results().forEach((line) -> sessions.add(Double.parseDouble(line.group(1))));
			}
		}
		return sessions;
	}

}
