package social.posts.post;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.platform.passport.UserId;
import social.posts.Api;
import social.posts.PostsTest;
import social.posts.UsersServer;

import static org.assertj.core.api.Assertions.assertThat;

@PostsTest
class PostControllerTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private JdbcClient jdbc;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
	}

	@Test
	void answersWithTheIdAsABareString() {
		MvcTestResult answer = this.api.create(this.ann, "{\"text\": \"Привет\"}");
		assertThat(answer).hasStatusOk();
		assertThat(Api.body(answer)).matches("\"[0-9a-f-]{36}\"");
	}

	@Test
	void readsWhatSomebodyWrote() {
		PostId id = this.api.post(this.ann, "Привет");
		assertThat(this.api.get(this.bob, id)).hasStatusOk().bodyJson().isStrictlyEqualTo("""
				{"id": "%s", "text": "Привет", "author_user_id": "%s"}
				""".formatted(id, this.ann));
	}

	@ParameterizedTest
	@MethodSource
	void keepsTextAsItIs(String text) {
		PostId id = this.api.post(this.ann, text);
		assertThat(this.api.get(this.ann, id)).bodyJson().extractingPath("text").isEqualTo(text);
	}

	static Stream<String> keepsTextAsItIs() {
		return Stream.of("ж".repeat(8192), "😀", "  spaces  ", "'); DROP TABLE post; --", "a:b:c",
				"\\u0000 %s {} \n\t");
	}

	@ParameterizedTest
	@MethodSource
	void refusesWhatIsNoText(String body) {
		PostId id = this.api.post(this.ann, "before");
		assertThat(this.api.create(this.ann, body)).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.api.update(this.ann, body.replaceFirst("\\{", "{\"id\": \"%s\",".formatted(id))))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(texts(this.ann)).containsExactly("before");
	}

	static Stream<String> refusesWhatIsNoText() {
		return Stream.of("", "{", "[]", "\"text\"", text("null"), text("5"), text("true"), text("[\"a\"]"), text("{}"),
				text("\"\""), text("\" \\t\\n\""), text("\"a\\u0000b\""), text("\"\\ud800\""),
				text("\"" + "a".repeat(16_385) + "\""), text("\"" + "ж".repeat(8193) + "\""));
	}

	@Test
	void changesAPostOfOnesOwn() {
		PostId id = this.api.post(this.ann, "before");
		assertThat(this.api.update(this.ann, id, "after")).hasStatusOk().bodyText().isEmpty();
		assertThat(this.api.get(this.bob, id)).bodyJson().extractingPath("text").isEqualTo("after");
	}

	@Test
	void changesNothingOfSomebodyElseAndSaysSo() {
		PostId id = this.api.post(this.ann, "Ann's");
		assertThat(this.api.update(this.bob, id, "Bob's")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.api.update(this.bob, id, "Ann's")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.api.delete(this.bob, id)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.api.get(this.ann, id)).bodyJson().extractingPath("text").isEqualTo("Ann's");
	}

	@Test
	void findsNoPostThatWasDeletedOrNeverWritten() {
		PostId deleted = this.api.post(this.ann, "gone");
		assertThat(this.api.delete(this.ann, deleted)).hasStatusOk().bodyText().isEmpty();
		for (Object id : new Object[] { deleted, UUID.randomUUID() }) {
			assertThat(this.api.get(this.ann, id)).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(this.api.update(this.ann, id, "again")).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(this.api.delete(this.ann, id)).hasStatus(HttpStatus.NOT_FOUND);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1-1-1-1-1", "0199a0c2-7d55-7cc1-8f0e-3d5a4f6b2c1g", "AAAAAAAAAAAAAAAAAAAAAA==" })
	void refusesWhatIsNoId(String id) {
		assertThat(this.api.get(this.ann, id)).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.api.update(this.ann, id, "text")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.api.delete(this.ann, id)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void refusesAChangeWithoutAnId() {
		assertThat(this.api.update(this.ann, "{\"text\": \"text\"}")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void servesNobodyWhoIsNotLoggedIn() {
		PostId id = this.api.post(this.ann, "Привет");
		assertThat(this.api.get(null, id)).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.api.create(null, text("\"text\""))).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.api.feed(null, "")).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.api.setFriend(null, this.ann)).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	private List<String> texts(UserId author) {
		return this.jdbc.sql("SELECT text FROM post WHERE author_id = :author")
			.param("author", author.value())
			.query(String.class)
			.list();
	}

	private static String text(String json) {
		return "{\"text\": " + json + "}";
	}

}
