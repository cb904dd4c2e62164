package social.local.endtoend;

import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import social.local.mesh.Service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Past the gateway nobody gets in, and through it nobody as somebody else. */
class DirectAccessTests {

	private static final Map<Service, List<String>> PATHS = Map.of(Service.USERS,
			List.of("/user/get/{id}", "/internal/users/{id}", "/internal/revocations", "/internal/keys/rotate",
					"/.well-known/jwks.json", "/nothing"),
			Service.POSTS,
			List.of("/post/get/{id}", "/post/feed", "/internal/friends/{id}", "/internal/changes?after=0"),
			Service.FEED_WORKER, List.of("/post/get/{id}", "/internal/changes?after=0"), Service.DIALOGS,
			List.of("/dialog/{user_id}/list", "/dialogs", "/internal/unread/{user_id}", "/internal/dialogs/audit"),
			Service.WEBSOCKET, List.of("/post/feed/posted", "/posts"));

	private static Person ann;

	private static Person boris;

	@BeforeAll
	static void meet() {
		ann = Person.registers();
		boris = Person.registers();
	}

	@TestFactory
	Stream<DynamicTest> aServiceReachedDirectlyLetsNobodyIn() {
		return PATHS.keySet()
			.stream()
			.flatMap((service) -> intruders(service).entrySet()
				.stream()
				.flatMap((intruder) -> PATHS.get(service)
					.stream()
					.map((path) -> DynamicTest.dynamicTest(
							"%s%s: 401 for %s".formatted(service.id(), path, intruder.getKey()),
							() -> intruder.getValue().get(path, ann.id()).expect(401)))));
	}

	@Test
	void aPassportOfTheGatewayOpensNothingInternal() {
		direct(Service.USERS).header("X-Passport", passport("gateway", "users-service", 60))
			.get("/internal/users/{id}", ann.id())
			.expect(403);
		direct(Service.USERS).header("X-Passport", passport("posts-service", "users-service", 60))
			.get("/internal/users/{id}", ann.id())
			.expect(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Passport", "X-User-Id", "X-User-Roles", "X-Internal-Auth", "X_Passport", "X_USER_ID" })
	void theGatewayTakesNobodysWordForWhoTheyAre(String header) {
		String forged = header.contains("assport") ? passport("gateway", "posts-service", 60) : ann.id();
		String post = boris.client()
			.header(header, forged)
			.postJson("/post/create", Map.of("text", "От Бориса"))
			.expect(200)
			.json()
			.asString();
		assertThat(boris.client().get("/post/get/{id}", post).expect(200).text("author_user_id")).isEqualTo(boris.id());
		Client.anonymous().header(header, forged).get("/post/feed").expect(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/post/feed/posted", "/posts" })
	void aSocketIsRefusedBeforeTheUpgrade(String path) {
		for (String[] headers : List.of(new String[] {}, new String[] { "X-Auth", "nobody" },
				new String[] { "X-User-Id", ann.id() },
				new String[] { "X-Passport", passport("gateway", "websocket-service", 60) })) {
			assertThatThrownBy(() -> Socket.open(path, headers)).cause()
				.isInstanceOfSatisfying(WebSocketHandshakeException.class,
						(refused) -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
		}
		Socket.open(path, "Authorization", "Bearer " + ann.token()).close();
	}

	private static Map<String, Client> intruders(Service service) {
		Client direct = direct(service);
		var intruders = new TreeMap<String, Client>();
		intruders.put("nobody", direct);
		intruders.put("a user's token in X-Auth", direct.xAuth(ann.token()));
		intruders.put("a user's token in Authorization", direct.bearer(ann.token()));
		intruders.put("a user's token as passport", direct.header("X-Passport", ann.token()));
		intruders.put("a forged X-User-Id", direct.header("X-User-Id", ann.id()));
		intruders.put("a passport for another service",
				direct.header("X-Passport", passport("gateway", "gateway", 60)));
		intruders.put("an expired passport", direct.header("X-Passport", passport("gateway", service.id(), -30)));
		intruders.put("a passport of another key", direct.header("X-Passport",
				Jwt.hs256("1", Jwt.claims("gateway", service.id(), ann.id(), in(60)), new byte[32])));
		intruders.put("a passport of an unknown key", direct.header("X-Passport", Jwt
			.hs256(UUID.randomUUID().toString(), Jwt.claims("gateway", service.id(), ann.id(), in(60)), new byte[32])));
		return intruders;
	}

	private static Client direct(Service service) {
		return new Client("http://127.0.0.1:" + RunningMesh.get().part(service.id()).place().port(), List.of());
	}

	private static String passport(String issuer, String audience, long seconds) {
		return Jwt.passport(issuer, audience, ann.id(), in(seconds));
	}

	private static Instant in(long seconds) {
		return Instant.now().plusSeconds(seconds);
	}

}
