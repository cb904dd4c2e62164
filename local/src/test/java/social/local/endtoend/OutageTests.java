package social.local.endtoend;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import social.local.mesh.Mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is down says so, comes back, and takes nothing with it. */
class OutageTests {

	private final Mesh mesh = RunningMesh.get();

	@Test
	void aServiceThatIsDownIsUnavailableAndNothingElse() {
		Person ann = Person.registers();
		Person boris = Person.registers();
		ann.says(boris, "До");
		this.mesh.stop("dialogs-service");
		try {
			assertThat(ann.client().get("/dialog/{user_id}/list", boris.id()).expect(503).header("Retry-After"))
				.isNotEmpty();
			ann.client().get("/post/feed").expect(200);
			ann.client().get("/user/get/{id}", boris.id()).expect(200);
		}
		finally {
			this.mesh.restart("dialogs-service");
		}
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(
					() -> assertThat(ann.client().get("/dialog/{user_id}/list", boris.id()).status()).isEqualTo(200));
		assertThat(ann.dialog(boris)).containsExactly("До");
	}

	@Test
	void oneOfTwoInstancesIsEnough() {
		Person ann = Person.registers();
		Person boris = Person.registers();
		boris.follows(ann);
		List<String> halves = List.of("posts-service-2", "feed-worker-2");
		halves.forEach((name) -> this.mesh.part(name).daemon().kill());
		try {
			assertThat(this.mesh.dead()).hasSize(2);
			await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> {
				ann.posts("Ещё здесь");
				assertThat(boris.feed()).contains("Ещё здесь");
			});
		}
		finally {
			halves.forEach(this.mesh::restart);
		}
	}

}
