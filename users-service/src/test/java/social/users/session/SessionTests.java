package social.users.session;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.platform.passport.UserId;
import social.users.Gateway;
import social.users.UsersTest;

import static org.assertj.core.api.Assertions.assertThat;

/** How sessions go on, and how they end. */
@UsersTest
class SessionTests {

	private static final String PASSWORD = "Секретная строка";

	@Autowired
	Gateway gateway;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Sessions sessions;

	private String id = "";

	@BeforeEach
	void register() {
		this.id = this.gateway.register("Анна", "Осипова", PASSWORD);
	}

	@Test
	void answersTheTokenWhereTheCoursesClientsLookForIt() {
		String body = Gateway.text(this.gateway.post("/login", Map.of("id", this.id, "password", PASSWORD)));
		assertThat(body).startsWith("{\"token\":\"ey");
	}

	@Test
	void goesOnWithTheRefreshToken() {
		JsonNode first = login();
		JsonNode second = Gateway.json(refresh(refreshToken(first)));
		JsonNode third = Gateway.json(refresh(refreshToken(second)));
		assertThat(claim(third, "sub")).isEqualTo(this.id);
		assertThat(claim(third, "sid")).isEqualTo(claim(first, "sid"));
		assertThat(claim(third, "jti")).isNotEqualTo(claim(first, "jti"));
		assertThat(Set.of(refreshToken(first), refreshToken(second), refreshToken(third))).hasSize(3);
	}

	@Test
	void answersAgainWhoseAnswerWasLost() {
		String token = refreshToken(login());
		String next = refreshToken(Gateway.json(refresh(token)));
		assertThat(refreshToken(Gateway.json(refresh(token)))).isEqualTo(next);
		assertThat(refresh(next)).hasStatusOk();
	}

	@Test
	void givesOneSuccessorToAllWhoAskAtOnce() throws Exception {
		String token = refreshToken(login());
		List<Callable<String>> questions = Stream
			.generate(() -> (Callable<String>) () -> refreshToken(Gateway.json(refresh(token))))
			.limit(16)
			.toList();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			assertThat(threads.invokeAll(questions).stream().map(Future::resultNow).collect(Collectors.toSet()))
				.hasSize(1)
				.doesNotContain("");
		}
	}

	@Test
	void endsWhenASpentTokenIsUsedAgain() {
		JsonNode first = login();
		JsonNode second = Gateway.json(refresh(refreshToken(first)));
		this.jdbc.sql("update refresh_token set spent_at = spent_at - interval '11 seconds'").update();
		assertThat(refresh(refreshToken(first))).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(refresh(refreshToken(second))).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(revoked()).contains(claim(first, "sid"));
	}

	@Test
	void endsWhenATokenIsUsedAgainThoughItsSuccessorIsSpent() {
		String first = refreshToken(login());
		String second = refreshToken(Gateway.json(refresh(first)));
		String third = refreshToken(Gateway.json(refresh(second)));
		assertThat(refresh(first)).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(refresh(third)).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void endsWithItsLogoutAndNoOther() {
		JsonNode here = login();
		JsonNode there = login();
		assertThat(this.gateway.postAs(token(here), "/logout")).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(refresh(refreshToken(here))).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(refresh(refreshToken(there))).hasStatusOk();
		assertThat(revoked()).contains(claim(here, "sid")).doesNotContain(claim(there, "sid"));
	}

	@Test
	void endsWithALogoutEverywhere() {
		JsonNode here = login();
		JsonNode there = login();
		assertThat(this.gateway.postAs(token(here), "/logout?everywhere=true")).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(refresh(refreshToken(here))).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(refresh(refreshToken(there))).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(revoked()).contains(claim(here, "sid"), claim(there, "sid"));
	}

	@Test
	void asksForALogoutThatSaysWhat() {
		assertThat(this.gateway.postAs(token(login()), "/logout?everywhere=maybe")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.gateway.post("/logout", "")).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void endsWhenNobodyProlongsIt() {
		String token = refreshToken(login());
		this.jdbc.sql("update session set expires_at = now()").update();
		assertThat(refresh(token)).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void endsWhenTheUserHasTooManyNewerOnes() {
		JsonNode first = login();
		for (int another = 0; another < 100; another++) {
			this.sessions.begin(UserId.of(this.id));
		}
		assertThat(refresh(refreshToken(first))).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(revoked()).contains(claim(first, "sid"));
	}

	@Test
	void keepsAHundredSpentTokensInMind() {
		String token = refreshToken(login());
		for (int number = 0; number < 150; number++) {
			token = this.sessions.renew(new RefreshToken(token)).token().value();
		}
		assertThat(this.jdbc.sql("""
				select count(*) from refresh_token where session_id in (select id from session where user_id = :user)
				""").param("user", UUID.fromString(this.id)).query(Long.class).single()).isEqualTo(101);
	}

	@Test
	void keepsNoTokenInTheDatabase() {
		String token = refreshToken(login());
		assertThat(this.jdbc.sql("select encode(hash, 'escape') from refresh_token").query(String.class).list())
			.noneMatch((kept) -> kept.contains(token));
		assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
		assertThat(new RefreshToken(token)).hasToString("a refresh token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"refresh_token\":null}", "{\"refresh_token\":\"\"}", "{\"refresh_token\":[]}",
			"{\"refresh_token\":\"\\u0000\"}" })
	void answers400ForBadBodies(String body) {
		assertThat(this.gateway.post("/token/refresh", body)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void answers401ForATokenOfNobody() {
		assertThat(refresh("x")).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(refresh("Секрет")).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void lastsAMonthUnlessSaidOtherwise() {
		var none = new MapConfigurationPropertySource(Map.of());
		assertThat(new Binder(none).bindOrCreate("session", SessionProperties.class))
			.isEqualTo(new SessionProperties(Duration.ofDays(30), Duration.ofSeconds(10), 100, 100));
		var some = new MapConfigurationPropertySource(Map.of("session.most", "3"));
		assertThat(new Binder(some).bind("session", SessionProperties.class).get().most()).isEqualTo(3);
	}

	private JsonNode login() {
		return Gateway.json(this.gateway.post("/login", Map.of("id", this.id, "password", PASSWORD)));
	}

	private MvcTestResult refresh(String token) {
		return this.gateway.post("/token/refresh", Map.of("refresh_token", token));
	}

	private List<String> revoked() {
		return this.jdbc.sql("select session_id::text from revocation").query(String.class).list();
	}

	private static String token(JsonNode issued) {
		return issued.path("token").asString();
	}

	private static String refreshToken(JsonNode issued) {
		return issued.path("refresh_token").asString();
	}

	private static String claim(JsonNode issued, String name) {
		byte[] claims = Base64.getUrlDecoder().decode(token(issued).split("\\.")[1]);
		return JsonMapper.shared().readTree(claims).path(name).asString();
	}

}
