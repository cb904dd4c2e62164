package social.local.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import social.backing.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is asked has an answer that the contract knows, and no request is the fault of
 * the mesh. More of them: {@code -Dgenerated.requests=20000}; others:
 * {@code -Dgenerated.seed=2}.
 */
class GeneratedRequestsTests {

	private static final int REQUESTS = Integer.getInteger("generated.requests", 1_500);

	private static final long SEED = Long.getLong("generated.seed", 1);

	// a longer address is refused while it is sent, and who still sends may not hear why
	private static final String ADDRESSABLE = "%.150s";

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE");

	private static final List<String> MEDIA_TYPES = List.of("text/plain", "application/xml", "application/cbor",
			"application/json;charset=utf-16", "multipart/form-data", "application/x-www-form-urlencoded", "*/*");

	private final Person me = Person.registers();

	private final JsonNode contract = Contracts.openapi().document();

	private final AnyValue value = new AnyValue(new Random(SEED), this.contract, ids());

	private final List<Map.Entry<String, String>> operations = operations();

	@Test
	void haveAnAnswerOfTheContract() {
		var statuses = new TreeMap<Integer, Integer>();
		for (int number = 0; number < REQUESTS; number++) {
			var operation = this.value.any(this.operations);
			var sent = new ArrayList<String>();
			try {
				Answer answer = ask(operation.getKey(), operation.getValue(), sent);
				assertThat(answer.status()).as(answer.body()).isLessThan(500);
				statuses.merge(answer.status(), 1, Integer::sum);
			}
			catch (AssertionError | RuntimeException ex) {
				throw new AssertionError("Request %d of seed %d: %s".formatted(number, SEED, sent), ex);
			}
		}
		assertThat(statuses).containsKeys(200, 400, 401, 404, 405, 415);
	}

	private Answer ask(String method, String path, List<String> sent) {
		JsonNode operation = this.contract.at("/paths/%s/%s".formatted(path.replace("/", "~1"), method));
		var values = new ArrayList<Object>();
		var template = new StringBuilder(path);
		Client client = client();
		for (JsonNode named : operation.path("parameters")) {
			JsonNode parameter = resolve(named);
			String name = parameter.path("name").asString();
			String text = ADDRESSABLE.formatted(this.value.text(parameter.path("schema")));
			switch (parameter.path("in").asString()) {
				case "path" -> values.add(text);
				case "query" -> {
					if (this.value.chance(70)) {
						template.append(template.indexOf("?") < 0 ? '?' : '&')
							.append(name)
							.append("={")
							.append(name)
							.append('}');
						values.add(text);
					}
				}
				default -> {
					if (this.value.chance(50) && text.matches("[!-~]+")) {
						client = client.header(name, text);
					}
				}
			}
		}
		String verb = this.value.chance(95) ? method.toUpperCase() : this.value.any(METHODS);
		String body = body(operation);
		sent.addAll(List.of(verb, template.toString(), "%.500s".formatted(values), "%.500s".formatted(body)));
		if (body != null && this.value.chance(4)) {
			return client.sendAs(this.value.any(MEDIA_TYPES), verb, template.toString(), body, values.toArray());
		}
		return client.send(verb, template.toString(), body, values.toArray());
	}

	private Client client() {
		if (this.value.chance(94)) {
			return this.me.client();
		}
		return this.value.any(List.of(Client.anonymous(), Client.anonymous().xAuth("e30.e30.e30"),
				Client.anonymous().bearer(this.me.token() + "x"), this.me.client().bearer(this.me.token())));
	}

	private String body(JsonNode operation) {
		JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
		if (schema.isMissingNode()) {
			return this.value.chance(5) ? "{\"text\":\"none\"}" : null;
		}
		if (this.value.chance(3)) {
			return null;
		}
		String json = this.value.of(schema).toString();
		return this.value.chance(3) ? json.substring(0, json.length() / 2) : json;
	}

	private List<String> ids() {
		Person other = Person.registers();
		return List.of(this.me.id(), other.id(), other.posts("one"), this.me.posts("two"), this.me.posts("three"));
	}

	private List<Map.Entry<String, String>> operations() {
		return this.contract.path("paths")
			.properties()
			.stream()
			// it would end the session that all others need
			.filter((path) -> !path.getKey().equals("/logout"))
			.flatMap((path) -> path.getValue()
				.propertyNames()
				.stream()
				.filter((method) -> METHODS.contains(method.toUpperCase()))
				.map((method) -> Map.entry(method, path.getKey())))
			.toList();
	}

	private JsonNode resolve(JsonNode node) {
		return node.has("$ref") ? this.contract.at(node.path("$ref").asString().substring(1)) : node;
	}

}
