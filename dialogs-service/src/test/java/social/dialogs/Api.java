package social.dialogs;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.backing.Contracts;
import social.platform.passport.Passport;
import social.platform.passport.Passports;
import social.platform.passport.UserId;

/** Calls the service as the gateway does; every answer is held to the contract. */
@TestComponent
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

	/** Sends a text. */
	public MvcTestResult send(UserId from, UserId to, String text) {
		return sendBody(from, to, this.json.writeValueAsString(Map.of("text", text)));
	}

	/** Sends a text under a key. */
	public MvcTestResult send(UserId from, UserId to, String text, String key) {
		var headers = new HttpHeaders();
		headers.set("Idempotency-Key", key);
		return exchange(from, HttpMethod.POST, "/dialog/{user_id}/send", "", to,
				this.json.writeValueAsString(Map.of("text", text)), headers);
	}

	/** Sends any body to anybody. */
	public MvcTestResult sendBody(UserId from, Object to, String body) {
		return call(from, HttpMethod.POST, "/dialog/{user_id}/send", "", to, body);
	}

	/** Lists a dialog. */
	public MvcTestResult list(UserId me, Object other) {
		return list(me, other, "");
	}

	/** Lists a part of a dialog. */
	public MvcTestResult list(UserId me, Object other, String query) {
		return call(me, HttpMethod.GET, "/dialog/{user_id}/list", query, other, "");
	}

	/** Takes what stands up to a place as read. */
	public MvcTestResult read(UserId me, Object other, String body) {
		return call(me, HttpMethod.POST, "/dialog/{user_id}/read", "", other, body);
	}

	/** Lists somebody's dialogs. */
	public MvcTestResult dialogs(UserId me, String query) {
		return call(me, HttpMethod.GET, "/dialogs", query, "", "");
	}

	/** Counts what somebody has not read. */
	public MvcTestResult unread(UserId me) {
		return call(me, HttpMethod.GET, "/dialogs/unread", "", "", "");
	}

	/** Asks for what is not for people. */
	public MvcTestResult internal(String issuer, String path, Object... values) {
		var passport = new Passport(issuer, "dialogs-service", null, null, null);
		return this.mvc.get().uri(path, values).header(Passport.HEADER, this.passports.mint(passport)).exchange();
	}

	/** The body of an answer. */
	public static String body(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult call(UserId me, HttpMethod method, String path, String query, Object other, String body) {
		MvcTestResult result = exchange(me, method, path, query, other, body, new HttpHeaders());
		CONTRACT.check(method.name(), path, result.getResponse().getStatus(), body(result));
		return result;
	}

	private MvcTestResult exchange(UserId me, HttpMethod method, String path, String query, Object other, String body,
			HttpHeaders headers) {
		var passport = new Passport(Passport.GATEWAY, "dialogs-service", me, null, null);
		return this.mvc.method(method)
			.uri(path + query, other)
			.headers(headers)
			.header(Passport.HEADER, this.passports.mint(passport))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
