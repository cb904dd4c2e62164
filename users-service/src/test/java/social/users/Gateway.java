package social.users;

import java.io.UnsupportedEncodingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.backing.Contracts;
import social.platform.passport.Passport;
import social.platform.passport.Passports;
import social.platform.passport.UserId;

/** Calls the service as the gateway does, and holds every answer against the contract. */
public class Gateway {

	private static final Contracts CONTRACT = Contracts.openapi();

	private static final JsonMapper JSON = JsonMapper.shared();

	private final MockMvcTester mvc;

	private final Passports passports;

	Gateway(MockMvcTester mvc, Passports passports) {
		this.mvc = mvc;
		this.passports = passports;
	}

	/** Posts text that may be any JSON, or none. */
	public MvcTestResult post(String path, String body) {
		return checked("POST", path, this.mvc.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(body));
	}

	/** Posts fields as JSON. */
	public MvcTestResult post(String path, Map<String, ?> body) {
		return post(path, JSON.writeValueAsString(body));
	}

	/** Gets a path of the contract; its variables may be in the path or in a query. */
	public MvcTestResult get(String path, Object... variables) {
		return checked("GET", path.replaceFirst("\\?.*", ""), this.mvc.get().uri(path, variables));
	}

	/** Registers somebody and answers the id. */
	public String register(String firstName, String secondName, String password) {
		return json(post("/user/register",
				Map.of("first_name", firstName, "second_name", secondName, "password", password)))
			.path("user_id")
			.asString();
	}

	/** Posts as the holder of an access token; the path may have a query. */
	public MvcTestResult postAs(String token, String path) {
		return checked("POST", path.replaceFirst("\\?.*", ""), this.mvc.post().uri(path), passport(token));
	}

	/** Logs in and answers the token. */
	public String login(String id, String password) {
		return json(post("/login", Map.of("id", id, "password", password))).path("token").asString();
	}

	/** An answer's body as a tree. */
	public static JsonNode json(MvcTestResult answer) {
		return JSON.readTree(text(answer));
	}

	/** An answer's body as text. */
	public static String text(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private MvcTestResult checked(String method, String path, MockMvcRequestBuilder request) {
		return checked(method, path, request, new Passport(Passport.GATEWAY, "users-service", null, null, null));
	}

	private MvcTestResult checked(String method, String path, MockMvcRequestBuilder request, Passport passport) {
		MvcTestResult answer = request.header(Passport.HEADER, this.passports.mint(passport)).exchange();
		CONTRACT.check(method, path, answer.getResponse().getStatus(), text(answer));
		return answer;
	}

	/** The passport that the gateway makes of a token. */
	private static Passport passport(String token) {
		JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
		return new Passport(Passport.GATEWAY, "users-service", UserId.of(claims.path("sub").asString()),
				claims.path("sid").asString(null), Instant.ofEpochSecond(claims.path("exp").asLong()));
	}

}
