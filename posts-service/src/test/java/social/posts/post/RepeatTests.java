package social.posts.post;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
class RepeatTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private JdbcClient jdbc;

	private UserId ann;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
	}

	@Test
	void isAnsweredAlikeAndWrittenOnce() {
		String first = Api.body(this.api.create(this.ann, "Привет", "key"));
		assertThat(Api.body(this.api.create(this.ann, "Привет", "key"))).isEqualTo(first);
		assertThat(texts()).containsExactly("Привет");
	}

	@Test
	void isAnsweredAlikeThoughThePostHasAnotherTextByNow() {
		String first = Api.body(this.api.create(this.ann, "Привет", "key"));
		this.api.update(this.ann, first.replace("\"", ""), "Пока");
		assertThat(Api.body(this.api.create(this.ann, "Привет", "key"))).isEqualTo(first);
		assertThat(texts()).containsExactly("Пока");
	}

	@Test
	void withAnotherTextIsAConflict() {
		this.api.create(this.ann, "Привет", "key");
		assertThat(this.api.create(this.ann, "Пока", "key")).hasStatus(HttpStatus.CONFLICT);
		assertThat(texts()).containsExactly("Привет");
	}

	@Test
	void isNotWhatAnotherWritesUnderTheSameKey() {
		this.api.create(this.ann, "Привет", "key");
		assertThat(this.api.create(this.users.register(), "Пока", "key")).hasStatusOk();
	}

	@Test
	void isANewPostAfterADay() {
		this.api.create(this.ann, "Привет", "key");
		this.jdbc.sql("UPDATE post_key SET at = at - interval '24 hours' WHERE author_id = :author")
			.param("author", this.ann.value())
			.update();
		assertThat(this.api.create(this.ann, "Пока", "key")).hasStatusOk();
		assertThat(texts()).containsExactlyInAnyOrder("Привет", "Пока");
	}

	@Test
	void forgetsTheKeysOfDaysBefore() {
		this.api.create(this.ann, "Привет", "old");
		this.jdbc.sql("UPDATE post_key SET at = at - interval '48 hours' WHERE author_id = :author")
			.param("author", this.ann.value())
			.update();
		this.api.create(this.ann, "Пока", "new");
		assertThat(this.jdbc.sql("SELECT key FROM post_key WHERE author_id = :author")
			.param("author", this.ann.value())
			.query(String.class)
			.list()).containsExactly("new");
	}

	@Test
	void atTheVerySameTimeIsWrittenOnce() throws Exception {
		Callable<MvcTestResult> create = () -> this.api.create(this.ann, "Привет", "key");
		var answers = new HashSet<String>();
		try (var clients = Executors.newFixedThreadPool(8)) {
			for (var answer : clients.invokeAll(Collections.nCopies(8, create))) {
				assertThat(answer.get()).hasStatusOk();
				answers.add(Api.body(answer.get()));
			}
		}
		assertThat(answers).hasSize(1);
		assertThat(texts()).containsExactly("Привет");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "with space", "ключ" })
	void needsAUsableKey(String key) {
		assertThat(this.api.create(this.ann, "Привет", key)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	private List<String> texts() {
		return this.jdbc.sql("SELECT text FROM post WHERE author_id = :author")
			.param("author", this.ann.value())
			.query(String.class)
			.list();
	}

}
