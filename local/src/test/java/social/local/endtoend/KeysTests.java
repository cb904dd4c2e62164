package social.local.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import social.local.client.SigningKeys;
import social.local.mesh.Mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Keys change while people ask, and nobody is refused for it. */
class KeysTests {

	private final Mesh mesh = RunningMesh.get();

	private final Person ann = Person.registers();

	@Test
	void refusesNoTokenWhenTheirKeyIsChanged() {
		SigningKeys.Change change = SigningKeys.of(this.mesh).rotate();
		assertThat(change.published()).contains(change.made(), change.signs()).doesNotHaveDuplicates();
		assertThat(change.signs()).isNotEqualTo(change.made());
		this.ann.client().get("/post/feed").expect(200);
		Client.anonymous().xAuth(Person.login(this.ann.id())).get("/post/feed").expect(200);
		assertThat(Client.anonymous().get("/.well-known/jwks.json").expect(200).body()).contains(change.made());
	}

	@Test
	void refusesNobodyWhenTheKeysOfPassportsAreChanged() throws InterruptedException {
		var done = new AtomicBoolean();
		var refused = new AtomicBoolean();
		Thread clients = Thread.startVirtualThread(() -> {
			while (!done.get()) {
				for (String path : List.of("/post/feed", "/dialogs", "/user/search?first_name=a&last_name=b")) {
					if (this.ann.client().get(path).status() != 200) {
						refused.set(true);
					}
				}
			}
		});
		List<String> keys = this.mesh.rotatePassportKeys();
		assertThat(keys).hasSize(3).first().isEqualTo("2");
		await().during(Duration.ofSeconds(5)).until(() -> !refused.get());
		Person.registers().client().get("/post/feed").expect(200);
		done.set(true);
		clients.join();
		assertThat(refused).isFalse();
	}

}
