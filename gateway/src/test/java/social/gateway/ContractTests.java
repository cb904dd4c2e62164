package social.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What docs/openapi.yaml describes, the gateway leads to, and asks for a token where it
 * says so.
 */
@GatewayTest
class ContractTests {

	private static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT,
			HttpMethod.PATCH, HttpMethod.DELETE);

	private static final List<String> SPOOFS = List.of("X-Passport", "X-User-Id", "X-User-Roles", "X-Internal-Caller",
			"X-Internal-Auth", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
			"X-Forwarded-User", "X_Passport", "X_User_Id");

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@ParameterizedTest
	@MethodSource("operations")
	void leadsToTheOperation(HttpMethod method, String path, boolean open) {
		ask(method, path).exchange().expectStatus().isEqualTo(open ? 200 : 401);
		askAsAnn(method, path).exchange().expectStatus().isOk();
	}

	@ParameterizedTest
	@MethodSource("operations")
	void refusesForgedTokens(HttpMethod method, String path, boolean open) {
		for (String forged : List.of(new Issuer("key-1").token(), new Issuer("key-2").token(), "x.y.z")) {
			ask(method, path).header("X-Auth", forged).exchange().expectStatus().isEqualTo(open ? 200 : 401);
		}
	}

	@ParameterizedTest
	@MethodSource("operations")
	void letsNoClientSpeakForTheGateway(HttpMethod method, String path, boolean open) {
		this.mesh.reset();
		RequestBodySpec request = askAsAnn(method, path);
		SPOOFS.forEach((name) -> request.header(name, "forged"));
		request.exchange().expectStatus().isOk();
		for (FakeService service : List.of(this.mesh.users(), this.mesh.posts(), this.mesh.dialogs())) {
			assertThat(service.seen()).allSatisfy((seen) -> {
				assertThat(seen.headers()).noneMatch((header) -> header.getValue().contains("forged"));
				assertThat(this.mesh.passport(seen).getSubject()).isEqualTo(open ? null : Issuer.ANN.toString());
			});
		}
	}

	@ParameterizedTest
	@MethodSource("operations")
	void refusesOtherMethods(HttpMethod method, String path) {
		for (HttpMethod other : METHODS) {
			if (other != method) {
				askAsAnn(other, path).exchange()
					.expectStatus()
					.isEqualTo(405)
					.expectHeader()
					.valueEquals("Allow", method.name());
			}
		}
	}

	static Stream<Arguments> operations() throws IOException {
		Object contract = new Yaml().load(new ClassPathResource("docs/openapi.yaml").getInputStream());
		return JsonMapper.shared()
			.valueToTree(contract)
			.path("paths")
			.propertyStream()
			.flatMap((path) -> METHODS.stream()
				.filter((method) -> path.getValue().has(verb(method)))
				.map((method) -> Arguments.of(method, path.getKey(),
						path.getValue().path(verb(method)).has("security"))));
	}

	private RequestBodySpec askAsAnn(HttpMethod method, String path) {
		return ask(method, path).header("X-Auth", this.mesh.issuer().token());
	}

	private RequestBodySpec ask(HttpMethod method, String path) {
		return this.client.method(method).uri(path.replaceAll("\\{.+?}", Issuer.ANN.toString()));
	}

	private static String verb(HttpMethod method) {
		return method.name().toLowerCase(Locale.ROOT);
	}

}
