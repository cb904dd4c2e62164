package social.dialogs.dialog;

import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

@DialogsTest
class RepeatTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
	}

	@Test
	void isAnsweredAlikeAndStoredOnce() {
		assertThat(this.api.send(this.ann, this.bob, "Привет", "key")).hasStatusOk().bodyText().isEmpty();
		assertThat(this.api.send(this.ann, this.bob, "Привет", "key")).hasStatusOk().bodyText().isEmpty();
		assertThat(this.api.send(this.ann, this.bob, "И ещё")).hasStatusOk();
		assertTexts("Привет", "И ещё");
		assertThat(this.api.list(this.ann, this.bob)).bodyJson()
			.extractingPath("$[*].seq")
			.asArray()
			.containsExactly(1, 2);
	}

	@Test
	void withAnotherTextIsAConflict() {
		this.api.send(this.ann, this.bob, "Привет", "key");
		assertThat(this.api.send(this.ann, this.bob, "Пока", "key")).hasStatus(HttpStatus.CONFLICT);
		assertTexts("Привет");
	}

	@Test
	void isNotWhatTheOtherSendsUnderTheSameKey() {
		this.api.send(this.ann, this.bob, "Привет", "key");
		assertThat(this.api.send(this.bob, this.ann, "Пока", "key")).hasStatusOk();
		assertTexts("Привет", "Пока");
	}

	@Test
	void atTheVerySameTimeIsStoredOnce() throws Exception {
		Callable<MvcTestResult> send = () -> this.api.send(this.ann, this.bob, "Привет", "key");
		try (var clients = Executors.newFixedThreadPool(8)) {
			for (var answer : clients.invokeAll(Collections.nCopies(8, send))) {
				assertThat(answer.get()).hasStatusOk();
			}
		}
		assertTexts("Привет");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "ключ", "a b" })
	void needsAUsableKey(String key) {
		assertThat(this.api.send(this.ann, this.bob, "Привет", key)).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.api.send(this.ann, this.bob, "Привет", "k".repeat(129))).hasStatus(HttpStatus.BAD_REQUEST);
		assertTexts();
	}

	@Test
	void keysBecomeProperIds() {
		UUID id = new IdempotencyKey("key").messageId(this.ann);
		assertThat(id.version()).isEqualTo(8);
		assertThat(id.variant()).isEqualTo(2);
		assertThat(new IdempotencyKey("key").messageId(this.bob)).isNotEqualTo(id);
	}

	private void assertTexts(Object... texts) {
		assertThat(this.api.list(this.ann, this.bob)).bodyJson()
			.extractingPath("$[*].text")
			.asArray()
			.containsExactly(texts);
	}

}
