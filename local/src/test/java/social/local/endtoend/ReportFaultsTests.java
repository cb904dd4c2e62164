package social.local.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The faults of the report's program, none of which may come back. */
class ReportFaultsTests {

	private Person ann;

	private Person boris;

	@BeforeEach
	void meet() {
		this.ann = Person.registers();
		this.boris = Person.registers();
	}

	@Test
	void aSubscriptionIsReadTheWayItWasStored() {
		this.boris.follows(this.ann);
		this.ann.posts("Пост Анны");
		this.boris.posts("Пост Бориса");
		await().untilAsserted(() -> assertThat(this.boris.feed()).containsExactly("Пост Анны"));
		assertThat(this.ann.feed()).isEmpty();
	}

	@Test
	void unfollowingRemovesTheFriend() {
		this.boris.follows(this.ann);
		this.ann.posts("До");
		await().untilAsserted(() -> assertThat(this.boris.feed()).containsExactly("До"));
		this.boris.unfollows(this.ann);
		this.ann.posts("После");
		await().untilAsserted(() -> assertThat(this.boris.feed()).isEmpty());
	}

	@Test
	void aSecondTabDoesNotReplaceTheFirst() {
		this.boris.follows(this.ann);
		try (Socket first = this.boris.listens("/posts"); Socket second = this.boris.listens("/posts")) {
			this.ann.posts("Обеим вкладкам");
			for (Socket tab : List.of(first, second)) {
				await().untilAsserted(() -> assertThat(tab.texts()).containsExactly("Обеим вкладкам"));
			}
		}
	}

	@Test
	void aPushIsNotLostWhenAnotherInstanceHoldsTheSocket() {
		this.boris.follows(this.ann);
		List<Socket> sockets = Stream.generate(() -> this.boris.listens("/posts")).limit(6).toList();
		this.ann.posts("Всем экземплярам");
		await().untilAsserted(() -> assertThat(sockets)
			.allSatisfy((socket) -> assertThat(socket.texts()).containsExactly("Всем экземплярам")));
		sockets.forEach(Socket::close);
	}

	@Test
	void aFeedPastItsEndIsEmpty() {
		assertThat(this.boris.client().get("/post/feed?offset={offset}", 500).expect(200).body()).isEqualTo("[]");
	}

	@Test
	void aTokenEndsAndItsKeyIsNobodyElses() {
		JsonNode header = part(this.ann.token(), 0);
		JsonNode claims = part(this.ann.token(), 1);
		assertThat(header.path("alg").asString()).isEqualTo("RS256");
		assertThat(claims.path("sub").asString()).isEqualTo(this.ann.id());
		assertThat(Instant.ofEpochSecond(claims.path("exp").asLong())).isBetween(Instant.now(),
				Instant.now().plusSeconds(1801));
		String keys = Client.anonymous().get("/.well-known/jwks.json").expect(200).body();
		String signedWithThePublicKey = Jwt.hs256(header.path("kid").asString(), claims.toString(),
				keys.getBytes(StandardCharsets.UTF_8));
		Client.anonymous().xAuth(signedWithThePublicKey).get("/post/feed").expect(401);
	}

	@Test
	void someoneElsesPostStaysAsItIs() {
		String post = this.ann.posts("Моё");
		this.boris.edits(post, "Чужое").expect(404);
		this.boris.deletes(post).expect(404);
		assertThat(this.boris.client().get("/post/get/{id}", post).expect(200).text("text")).isEqualTo("Моё");
	}

	@Test
	void bothDirectionsOfADialogAreInOneList() {
		this.ann.says(this.boris, "Привет");
		this.boris.says(this.ann, "И тебе");
		this.ann.says(this.boris, "Как дела?");
		assertThat(this.ann.dialog(this.boris)).containsExactlyInAnyOrder("Привет", "И тебе", "Как дела?")
			.isEqualTo(this.boris.dialog(this.ann));
		assertThat(Person.registers().dialog(this.ann)).isEmpty();
	}

	private static JsonNode part(String token, int number) {
		return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[number]));
	}

}
