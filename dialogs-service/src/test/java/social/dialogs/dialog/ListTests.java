package social.dialogs.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

@DialogsTest
class ListTests {

	private static final Pattern NEXT = Pattern.compile("<.*/list(\\?.*)>; rel=\"next\"");

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
	void holdsBothDirectionsOfOneDialogInOnePlace() {
		this.api.send(this.ann, this.bob, "Привет");
		this.api.send(this.bob, this.ann, "Привет, как дела?");
		this.api.send(this.ann, this.bob, "Хорошо");
		MvcTestResult asAnn = this.api.list(this.ann, this.bob);
		assertThat(asAnn).bodyJson().isLenientlyEqualTo("""
				[{"from": "%1$s", "to": "%2$s", "text": "Привет", "seq": 1},
				{"from": "%2$s", "to": "%1$s", "text": "Привет, как дела?", "seq": 2},
				{"from": "%1$s", "to": "%2$s", "text": "Хорошо", "seq": 3}]
				""".formatted(this.ann, this.bob));
		assertThat(this.api.list(this.bob, this.ann)).bodyJson().isEqualTo(Api.body(asAnn));
	}

	@Test
	void isNobodyElses() {
		UserId carl = this.users.register();
		this.api.send(this.ann, this.bob, "только Бобу");
		this.api.send(this.ann, carl, "только Карлу");
		assertThat(texts(this.api.list(carl, this.ann))).containsExactly("только Карлу");
		assertThat(texts(this.api.list(carl, this.bob))).isEmpty();
		assertThat(texts(this.api.list(this.bob, this.ann))).containsExactly("только Бобу");
	}

	@Test
	void isEmptyBeforeTheFirstMessage() {
		assertThat(this.api.list(this.ann, this.bob)).hasStatusOk().bodyText().isEqualTo("[]");
		assertThat(this.api.list(this.ann, this.bob, "?limit=5")).hasStatusOk()
			.doesNotContainHeader(HttpHeaders.LINK)
			.bodyText()
			.isEqualTo("[]");
	}

	@Test
	void isWithAnotherPerson() {
		assertThat(this.api.list(this.ann, this.ann)).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.api.list(this.ann, "bob")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void readsOldestFirstFromTheNewestThousandWhereNoPageIsAskedFor() {
		fill(1005);
		assertThat(seqs(this.api.list(this.ann, this.bob)))
			.containsExactlyElementsOf(IntStream.rangeClosed(6, 1005).boxed().toList());
	}

	@Test
	void pagesNewestFirstWhileOthersWrite() {
		fill(45);
		var seen = new ArrayList<Integer>();
		String query = "?limit=10";
		while (query != null) {
			MvcTestResult page = this.api.list(this.bob, this.ann, query);
			seen.addAll(seqs(page));
			query = next(page);
			this.api.send(this.ann, this.bob, "ещё");
		}
		assertThat(seen)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 45).map((place) -> 46 - place).boxed().toList());
	}

	@Test
	void endsWithAPageThatIsJustFull() {
		fill(4);
		assertThat(next(this.api.list(this.ann, this.bob, "?limit=4"))).isNull();
		assertThat(next(this.api.list(this.ann, this.bob, "?limit=3"))).isEqualTo("?limit=3&cursor=2");
	}

	@Test
	void takesACursorWithoutALimit() {
		fill(30);
		assertThat(seqs(this.api.list(this.ann, this.bob, "?cursor=30"))).hasSize(20).startsWith(29, 28);
	}

	@Test
	void holdsFewerMessagesWhereTheyAreLong() {
		fill(100, "ж".repeat(8192));
		assertThat(seqs(this.api.list(this.ann, this.bob))).hasSize(64).endsWith(99, 100);
		MvcTestResult page = this.api.list(this.ann, this.bob, "?limit=100");
		assertThat(seqs(page)).hasSize(64);
		assertThat(next(page)).isEqualTo("?limit=100&cursor=37");
		assertThat(seqs(this.api.list(this.ann, this.bob, "?limit=100&cursor=37"))).hasSize(36).endsWith(2, 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=0", "limit=101", "limit=-1", "limit=1.5", "limit=x", "limit=99999999999",
			"cursor=0", "cursor=-5", "cursor=x", "cursor=99999999999999999999" })
	void refusesPagesThatCanNotBe(String query) {
		MvcTestResult answer = this.api.list(this.ann, this.bob, "?" + query);
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(answer).bodyJson().extractingPath("message").asString().contains(query.replace("=", ": "));
	}

	private void fill(int messages) {
		fill(messages, "сообщение");
	}

	private void fill(int messages, String text) {
		Dialog dialog = Dialog.between(this.ann, this.bob);
		this.jdbc
			.sql("""
					INSERT INTO dialog (dialog_id, user_lo, user_hi, last_seq, last_at) VALUES (:dialog, :low, :high, :messages, now())
					""")
			.param("dialog", dialog.id())
			.param("low", dialog.low().value())
			.param("high", dialog.high().value())
			.param("messages", messages)
			.update();
		this.jdbc.sql("""
				INSERT INTO message (dialog_id, seq, id, from_id, text, at)
				SELECT :dialog, seq, gen_random_uuid(), :from, :text, now() FROM generate_series(1, :messages) seq
				""")
			.param("dialog", dialog.id())
			.param("from", this.ann.value())
			.param("text", text)
			.param("messages", messages)
			.update();
	}

	private static @Nullable String next(MvcTestResult page) {
		String link = page.getResponse().getHeader(HttpHeaders.LINK);
		if (link == null) {
			return null;
		}
		Matcher next = NEXT.matcher(link);
		assertThat(next.matches()).as(link).isTrue();
		return next.group(1);
	}

	private static List<Integer> seqs(MvcTestResult answer) {
		return JsonPath.read(Api.body(answer), "$[*].seq");
	}

	private static List<String> texts(MvcTestResult answer) {
		return JsonPath.read(Api.body(answer), "$[*].text");
	}

}
