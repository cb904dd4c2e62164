package social.local.endtoend;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A session ends everywhere at once, and no other does. */
class LogoutTests {

	private static final Duration AT_ONCE = Duration.ofSeconds(1);

	private final Person ann = Person.registers();

	@Test
	void endsTheTokenAndTheSocketsOfOneSession() {
		Client here = this.ann.client();
		Client there = Client.anonymous().xAuth(Person.login(this.ann.id()));
		try (Socket socket = this.ann.listens("/posts")) {
			here.get("/post/feed").expect(200);
			here.send("POST", "/logout", null).expect(204);
			await().atMost(AT_ONCE).untilAsserted(() -> {
				assertThat(here.get("/post/feed").status()).isEqualTo(401);
				assertThat(socket.end()).isEqualTo(4401);
			});
		}
		there.get("/post/feed").expect(200);
	}

	@Test
	void endsAllSessions() {
		Client there = Client.anonymous().xAuth(Person.login(this.ann.id()));
		this.ann.client().send("POST", "/logout?everywhere=true", null).expect(204);
		await().atMost(AT_ONCE).untilAsserted(() -> {
			assertThat(this.ann.client().get("/post/feed").status()).isEqualTo(401);
			assertThat(there.get("/post/feed").status()).isEqualTo(401);
		});
	}

	@Test
	void prolongsASessionUntilItEnds() {
		Answer first = Client.anonymous()
			.postJson("/login", Map.of("id", this.ann.id(), "password", Person.PASSWORD))
			.expect(200);
		Answer second = refresh(first.text("refresh_token")).expect(200);
		Client client = Client.anonymous().xAuth(second.text("token"));
		client.get("/post/feed").expect(200);
		client.send("POST", "/logout", null).expect(204);
		refresh(second.text("refresh_token")).expect(401);
	}

	private static Answer refresh(String token) {
		return Client.anonymous().postJson("/token/refresh", Map.of("refresh_token", token));
	}

}
