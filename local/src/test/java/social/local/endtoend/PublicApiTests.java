package social.local.endtoend;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import social.backing.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of the public API with every status that a client can provoke, and with
 * both ways to send the token; {@link Client} holds each answer to the contract.
 */
class PublicApiTests {

	// a defect or an outage provokes these, not a request
	private static final Set<String> OTHERS = Set.of("500", "503", "default");

	private static ApiCases cases;

	private static List<ApiCase> all;

	@BeforeAll
	static void make() {
		cases = new ApiCases();
		all = cases.all();
	}

	@TestFactory
	Stream<DynamicTest> answersWithTheTokenInXAuth() {
		return tests(Client.anonymous().xAuth(cases.caller().token()));
	}

	@TestFactory
	Stream<DynamicTest> answersWithTheTokenInAuthorization() {
		return tests(Client.anonymous().bearer(cases.caller().token()));
	}

	@TestFactory
	Stream<DynamicTest> needsATokenForAllButTheOpenPaths() {
		Set<String> open = Set.of("/login", "/token/refresh", "/user/register", "/.well-known/jwks.json");
		return operations().filter((operation) -> !open.contains(operation.split(" ")[1]))
			.flatMap((operation) -> Map
				.of("no token", Client.anonymous(), "no JWT", Client.anonymous().xAuth("e4d2e6b0-cde2-42c5-aac3"),
						"another's signature", Client.anonymous().bearer(withAnotherSignature()), "no scheme",
						Client.anonymous().header("Authorization", cases.caller().token()))
				.entrySet()
				.stream()
				.map((client) -> DynamicTest.dynamicTest(operation + ": 401 for " + client.getKey(),
						() -> ask(client.getValue(), operation).expect(401))));
	}

	@Test
	void provokesEveryStatusThatIsDeclared() {
		Set<String> provoked = all.stream()
			.map((each) -> each.operation() + " " + each.status())
			.collect(Collectors.toCollection(TreeSet::new));
		operations().forEach((operation) -> provoked.add(operation + " 401"));
		assertThat(provoked).containsAll(declared());
	}

	@Test
	void refusesTwoTokens() {
		String token = cases.caller().token();
		Client.anonymous().xAuth(token).bearer(token).get("/post/feed").expect(400);
		Client.anonymous().bearer(token).bearer(token).get("/post/feed").expect(400);
		Client.anonymous().xAuth(token).xAuth(token).get("/post/feed").expect(400);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /nothing, 404", "POST, /nothing/at/all, 404", "GET, /internal/users/17, 404",
			"DELETE, /post/feed, 405", "POST, /user/search, 405", "PATCH, /post/update, 405",
			"GET, /post/feed/posted, 400" })
	void answersWhatNoOperationIsInTheSameForm(String method, String path, int status) {
		cases.caller().client().send(method, path, null).expect(status);
	}

	@Test
	void takesARequestIdOverWhenItIsOne() {
		Client client = cases.caller().client();
		assertThat(client.header("X-Request-Id", "walk-1").get("/post/feed").header("X-Request-Id"))
			.isEqualTo("walk-1");
		assertThat(client.header("X-Request-Id", "a b<c>").get("/nothing").text("request_id")).doesNotContain("<");
	}

	@Test
	void refusesFiftyMegabytes() {
		String json = "{\"text\":\"%s\"}".formatted("x".repeat(50 * 1024 * 1024));
		assertThat(cases.caller().client().header("Content-Type", "application/json").upload("/post/create", json))
			.isIn(413, Client.CUT_OFF);
		cases.caller().client().get("/post/feed").expect(200);
	}

	private static Stream<DynamicTest> tests(Client client) {
		return all.stream()
			.map((each) -> DynamicTest.dynamicTest(each.toString(),
					() -> each.request().apply(client).expect(each.status())));
	}

	private static Answer ask(Client client, String operation) {
		String[] words = operation.split(" ");
		String json = words[0].equals("GET") ? null : "{\"id\":\"%1$s\",\"text\":\"%1$s\"}".formatted(new UUID(1, 2));
		return client.send(words[0], words[1], json, cases.caller().id());
	}

	private static String withAnotherSignature() {
		String token = cases.caller().token();
		char last = token.charAt(token.length() - 10);
		return token.substring(0, token.length() - 10) + ((last == 'A') ? 'B' : 'A')
				+ token.substring(token.length() - 9);
	}

	private static Stream<String> operations() {
		return declared().stream().map((status) -> status.substring(0, status.lastIndexOf(' '))).distinct();
	}

	private static Set<String> declared() {
		var declared = new TreeSet<String>();
		for (Map.Entry<String, JsonNode> path : Contracts.openapi().document().path("paths").properties()) {
			for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
				method.getValue()
					.path("responses")
					.propertyNames()
					.stream()
					.filter((status) -> !OTHERS.contains(status))
					.forEach((status) -> declared
						.add("%s %s %s".formatted(method.getKey().toUpperCase(), path.getKey(), status)));
			}
		}
		return declared;
	}

}
