package social.posts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.backing.Contracts;
import social.platform.passport.Passport;
import social.platform.passport.Passports;
import social.platform.passport.UserId;
import social.posts.post.PostId;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls the service as the gateway does; every answer is held to the contract. */
public class Api {

	private static final Contracts CONTRACT = Contracts.openapi();

	private final MockMvcTester mvc;

	private final Passports passports;

	private final JsonMapper json;

	Api(MockMvcTester mvc, Passports passports, JsonMapper json) {
		this.mvc = mvc;
		this.passports = passports;
		this.json = json;
	}

	/** Writes a post, which must work. */
	public PostId post(UserId author, String text) {
		MvcTestResult answer = create(author, this.json.writeValueAsString(Map.of("text", text)));
		assertThat(answer).hasStatusOk();
		return this.json.readValue(body(answer), PostId.class);
	}

	/** Tries to write a post. */
	public MvcTestResult create(@Nullable UserId author, String body) {
		return call(author, HttpMethod.POST, "/post/create", body);
	}

	/** Tries to write a post under a key. */
	public MvcTestResult create(UserId author, String text, String key) {
		var passport = new Passport(Passport.GATEWAY, "posts-service", author, null, null);
		MvcTestResult answer = this.mvc.post()
			.uri("/post/create")
			.header(Passport.HEADER, this.passports.mint(passport))
			.header("Idempotency-Key", key)
			.contentType(MediaType.APPLICATION_JSON)
			.content(this.json.writeValueAsString(Map.of("text", text)))
			.exchange();
		CONTRACT.check("POST", "/post/create", answer.getResponse().getStatus(), body(answer));
		return answer;
	}

	/** Tries to give a post another text. */
	public MvcTestResult update(UserId author, Object id, String text) {
		return update(author, this.json.writeValueAsString(Map.of("id", id, "text", text)));
	}

	/** As {@link #update(UserId, Object, String)}, with any body. */
	public MvcTestResult update(UserId author, String body) {
		return call(author, HttpMethod.PUT, "/post/update", body);
	}

	/** Tries to take a post back. */
	public MvcTestResult delete(UserId author, Object id) {
		return call(author, HttpMethod.PUT, "/post/delete/{id}", "", id);
	}

	/** Reads a post. */
	public MvcTestResult get(@Nullable UserId reader, Object id) {
		return call(reader, HttpMethod.GET, "/post/get/{id}", "", id);
	}

	/** Follows, which must work. */
	public void follow(UserId user, UserId... friends) {
		for (UserId friend : friends) {
			assertThat(setFriend(user, friend)).hasStatusOk();
		}
	}

	/** Tries to follow. */
	public MvcTestResult setFriend(@Nullable UserId user, Object friend) {
		return call(user, HttpMethod.PUT, "/friend/set/{user_id}", "", friend);
	}

	/** Follows no more, which must work. */
	public void unfollow(UserId user, UserId friend) {
		assertThat(deleteFriend(user, friend)).hasStatusOk();
	}

	/** Tries to follow no more. */
	public MvcTestResult deleteFriend(UserId user, Object friend) {
		return call(user, HttpMethod.PUT, "/friend/delete/{user_id}", "", friend);
	}

	/** Texts of the newest posts in a feed. */
	public List<String> feed(UserId reader) {
		return texts(feed(reader, "?limit=100"));
	}

	/** Texts of all posts in a feed, page by page. */
	public List<String> wholeFeed(UserId reader) {
		var texts = new ArrayList<String>();
		for (String query = "?limit=100"; !query.isEmpty();) {
			MvcTestResult answer = feed(reader, query);
			texts.addAll(texts(answer));
			query = next(answer);
		}
		return texts;
	}

	/** Reads a feed. */
	public MvcTestResult feed(@Nullable UserId reader, String query) {
		return call(reader, HttpMethod.GET, "/post/feed", query, "");
	}

	/** The query of the page after an answer's, as the answer says; empty at the end. */
	public static String next(MvcTestResult answer) {
		String link = answer.getResponse().getHeader("Link");
		return (link != null) ? link.substring(link.indexOf('?'), link.indexOf('>')) : "";
	}

	/** Texts of the posts in an answer. */
	public static List<String> texts(MvcTestResult answer) {
		assertThat(answer).hasStatus(HttpStatus.OK);
		return JsonPath.read(body(answer), "$[*].text");
	}

	/** Reads an internal path as another service. */
	public MvcTestResult internal(String uri, Object... variables) {
		return get(new Passport("websocket-service", "posts-service", null, null, null), uri, variables);
	}

	/** Asks for something at an internal path as another service. */
	public MvcTestResult internalPost(String uri, String body) {
		var passport = new Passport("websocket-service", "posts-service", null, null, null);
		return this.mvc.post()
			.uri(uri)
			.header(Passport.HEADER, this.passports.mint(passport))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	/** Reads any path as somebody who came through the gateway. */
	public MvcTestResult asClient(UserId user, String uri, Object... variables) {
		return get(new Passport(Passport.GATEWAY, "posts-service", user, null, null), uri, variables);
	}

	/** The body of an answer. */
	public static String body(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult get(Passport passport, String uri, Object... variables) {
		return this.mvc.get().uri(uri, variables).header(Passport.HEADER, this.passports.mint(passport)).exchange();
	}

	private MvcTestResult call(@Nullable UserId user, HttpMethod method, String path, String body,
			Object... variables) {
		return call(user, method, path, "", body, variables);
	}

	private MvcTestResult call(@Nullable UserId user, HttpMethod method, String path, String query, String body,
			Object... variables) {
		var passport = new Passport(Passport.GATEWAY, "posts-service", user, null, null);
		MvcTestResult answer = this.mvc.method(method)
			.uri(path + query, variables)
			.header(Passport.HEADER, this.passports.mint(passport))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
		CONTRACT.check(method.name(), path, answer.getResponse().getStatus(), body(answer));
		return answer;
	}

}
