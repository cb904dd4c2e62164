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

/**
 * What docs/openapi.yaml describes, the gateway leads to, and asks for a token where it
 * says so.
 */
@GatewayTest
class ContractTests {

	private static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT,
			HttpMethod.PATCH, HttpMethod.DELETE);

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
