package social.local.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import social.local.seed.Crowd;

import static org.assertj.core.api.Assertions.assertThat;

/** A crowd joins a running mesh and behaves like everybody else. */
class SeedTests {

	@Test
	void everybodyInACrowdLogsInAndHasAFeed() {
		var crowd = new Crowd(2_000, 5_000, 20_000, 1);
		assertThat(join(crowd)).contains("people       2,000", "2,000 of them new", "5,000 of them new");
		assertThat(join(crowd)).doesNotContain("2,000 of them new", "5,000 of them new");
		String id = crowd.person(1_999).toString();
		String token = Client.anonymous()
			.postJson("/login", Map.of("id", id, "password", Crowd.PASSWORD))
			.expect(200)
			.text("token");
		Client client = Client.anonymous().xAuth(token);
		assertThat(client.get("/user/get/{id}", id).expect(200).text("first_name")).matches("[А-ЯЁа-яё]+");
		assertThat(client.get("/post/feed?limit={limit}", 100).expect(200).json().size()).isPositive();
	}

	private static String join(Crowd crowd) {
		var printed = new ByteArrayOutputStream();
		crowd.join(RunningMesh.get(), new PrintStream(printed, true, StandardCharsets.UTF_8), false);
		return printed.toString(StandardCharsets.UTF_8);
	}

}
