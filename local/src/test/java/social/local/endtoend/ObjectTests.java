package social.local.endtoend;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What is somebody's is nobody else's to read or change. */
class ObjectTests {

	private final Person ann = Person.registers();

	private final Person boris = Person.registers();

	private final Person thief = Person.registers();

	@Test
	void nobodyChangesOrDeletesSomebodyElsesPost() {
		String post = this.ann.posts("Моё");
		this.thief.edits(post, "Чужое").expect(404);
		this.thief.deletes(post).expect(404);
		assertThat(this.boris.client().get("/post/get/{id}", post).expect(200).text("text")).isEqualTo("Моё");
	}

	@Test
	void nobodyReadsADialogOfOthers() {
		this.ann.says(this.boris, "Только тебе");
		assertThat(this.thief.dialog(this.ann)).isEmpty();
		assertThat(this.thief.dialog(this.boris)).isEmpty();
		assertThat(this.thief.client().get("/dialogs").expect(200).body()).doesNotContain("Только тебе");
		assertThat(this.thief.unread()).containsExactly(0L, 0L);
	}

	@Test
	void nobodyTakesMessagesToOthersAsRead() {
		this.ann.says(this.boris, "Прочти сам");
		this.thief.reads(this.ann);
		this.thief.reads(this.boris);
		assertThat(this.boris.unread()).containsExactly(1L, 1L);
	}

	@Test
	void nobodyChoosesWhomOthersFollow() {
		this.boris.follows(this.ann);
		this.thief.unfollows(this.ann);
		this.ann.posts("Подписчикам");
		await().untilAsserted(() -> assertThat(this.boris.feed()).containsExactly("Подписчикам"));
		assertThat(this.thief.feed()).isEmpty();
	}

	@Test
	void nobodyEndsASessionOfSomebodyElse() {
		this.thief.client().send("POST", "/logout?everywhere=true", null).expect(204);
		this.ann.client().get("/post/feed").expect(200);
	}

	@Test
	void nobodyOpensASocketWithASpentTicket() {
		String ticket = this.ann.client().send("POST", "/ws/ticket", null).expect(200).text("ticket");
		Socket.open("/posts?ticket=" + ticket).close();
		assertThatThrownBy(() -> Socket.open("/posts?ticket=" + ticket))
			.hasMessageContaining("WebSocketHandshakeException");
	}

	@Test
	void nobodyRegistersOverSomebodyElse() {
		var taken = Map.of("first_name", "Анна", "second_name", "Первая", "password", Person.PASSWORD);
		Client keyed = Client.anonymous().header("Idempotency-Key", this.ann.id());
		keyed.postJson("/user/register", taken).expect(200);
		keyed.postJson("/user/register", Map.of("first_name", "Анна", "second_name", "Вторая", "password", "password"))
			.expect(409);
	}

}
