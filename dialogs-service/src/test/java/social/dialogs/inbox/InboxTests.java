package social.dialogs.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.Passport;
import social.platform.passport.UserId;

import static org.assertj.core.api.Assertions.assertThat;

@DialogsTest
class InboxTests {

	private static final Pattern NEXT = Pattern.compile("</dialogs(\\?.*)>; rel=\"next\"");

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	private UserId ann;

	private UserId bob;

	private UserId carl;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
		this.carl = this.users.register();
	}

	@Test
	void showsEveryDialogWithItsLastMessageNewestFirst() {
		send(this.bob, this.ann, "от Боба");
		send(this.ann, this.carl, "Карлу");
		send(this.bob, this.ann, "опять от Боба");
		assertThat(this.api.dialogs(this.ann, "")).hasStatusOk()
			.doesNotContainHeader(HttpHeaders.LINK)
			.bodyJson()
			.isLenientlyEqualTo("""
					[{"user_id": "%2$s", "unread": 2,
					  "last": {"from": "%2$s", "to": "%1$s", "text": "опять от Боба", "seq": 2}},
					{"user_id": "%3$s", "unread": 0,
					  "last": {"from": "%1$s", "to": "%3$s", "text": "Карлу", "seq": 1}}]
					""".formatted(this.ann, this.bob, this.carl));
		assertThat(others(this.api.dialogs(this.carl, ""))).containsExactly(this.ann);
	}

	@Test
	void isEmptyForWhoTalksToNobody() {
		assertThat(this.api.dialogs(this.ann, "")).hasStatusOk().bodyText().isEqualTo("[]");
		assertThat(this.api.unread(this.ann)).hasStatusOk().bodyText().isEqualTo("{\"messages\":0,\"dialogs\":0}");
	}

	@Test
	void pagesWithoutADoubleWhileDialogsMove() {
		List<UserId> friends = Stream.generate(this.users::register).limit(7).toList();
		friends.forEach((friend) -> send(friend, this.ann, "Привет"));
		var seen = new ArrayList<UserId>();
		String query = "?limit=3";
		while (query != null) {
			MvcTestResult page = this.api.dialogs(this.ann, query);
			seen.addAll(others(page));
			send(seen.getFirst(), this.ann, "ещё");
			query = next(page);
		}
		assertThat(seen).containsExactlyElementsOf(friends.reversed());
	}

	@Test
	void countsWhatIsUnreadInAll() {
		send(this.bob, this.ann, "раз");
		send(this.bob, this.ann, "два");
		send(this.carl, this.ann, "три");
		assertThat(this.api.unread(this.ann)).bodyText().isEqualTo("{\"messages\":3,\"dialogs\":2}");
		this.api.read(this.ann, this.bob, "{\"seq\":2}");
		assertThat(this.api.unread(this.ann)).bodyText().isEqualTo("{\"messages\":1,\"dialogs\":1}");
		assertThat(this.api.unread(this.bob)).bodyText().isEqualTo("{\"messages\":0,\"dialogs\":0}");
	}

	@Test
	void tellsServicesWhatIsUnread() {
		send(this.bob, this.ann, "раз");
		send(this.bob, this.ann, "два");
		send(this.carl, this.ann, "три");
		assertThat(this.api.internal("websocket-service", "/internal/unread/{user_id}", this.ann)).hasStatusOk()
			.bodyText()
			.isEqualTo("{\"total\":3,\"dialogs\":2}");
		assertThat(this.api.internal("websocket-service", "/internal/unread/{user_id}", this.bob)).bodyText()
			.isEqualTo("{\"total\":0,\"dialogs\":0}");
		assertThat(this.api.internal("websocket-service", "/internal/unread/{user_id}", "ann"))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.api.internal(Passport.GATEWAY, "/internal/unread/{user_id}", this.ann))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=0", "limit=101", "limit=x", "cursor=x", "cursor=1", "cursor=-1",
			"cursor=99999999999999999-1d535fd6-7521-4cb1-aa6d-031be7123c4d" })
	void refusesPagesThatCanNotBe(String query) {
		assertThat(this.api.dialogs(this.ann, "?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	private void send(UserId from, UserId to, String text) {
		assertThat(this.api.send(from, to, text)).hasStatusOk();
	}

	private static List<UserId> others(MvcTestResult page) {
		return JsonPath.<List<String>>read(Api.body(page), "$[*].user_id").stream().map(UserId::of).toList();
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

}
