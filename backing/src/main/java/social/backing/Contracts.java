package social.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract files below {@code docs}, which both sides of a message are held to. */
public final class Contracts {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String name;

	private final JsonNode document;

	private final SchemaRegistry schemas;

	private Contracts(String file) {
		this.name = "https://otus-social/" + file;
		this.document = new YAMLMapper().readTree(read(file));
		this.schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
				(builder) -> builder.schemas(Map.of(this.name, this.document.toString())));
	}

	/** What the gateway promises to clients. */
	public static Contracts openapi() {
		return new Contracts("openapi.yaml");
	}

	/** What goes through the broker and the WebSocket. */
	public static Contracts broker() {
		return new Contracts("broker.yaml");
	}

	/**
	 * Checks an answer of an operation.
	 * @param path as in the contract: {@code /user/get/{id}}
	 * @throws AssertionError if the contract does not declare the status, or the body
	 * does not fit
	 */
	public void check(String method, String path, int status, String body) {
		String answer = "/paths/%s/%s/responses/%d".formatted(path.replace("/", "~1"), method.toLowerCase(), status);
		JsonNode declared = this.document.at(answer);
		if (declared.isMissingNode()) {
			throw new AssertionError("%s %s: %d is not declared".formatted(method, path, status));
		}
		if (declared.has("$ref")) {
			answer = declared.path("$ref").asString().substring(1);
			declared = this.document.at(answer);
		}
		if (declared.has("content")) {
			validate(answer + "/content/application~1json/schema", body);
		}
		else if (!body.isEmpty()) {
			throw new AssertionError("%s %s: %d has no body, but: %s".formatted(method, path, status, body));
		}
	}

	/**
	 * Checks a message against the schema of its name.
	 * @throws AssertionError if it does not fit
	 */
	public void check(String schema, String json) {
		validate("/components/schemas/" + schema, json);
	}

	/** The example payloads of a message, as JSON. */
	public List<String> examples(String message) {
		return this.document.at("/components/messages/%s/examples".formatted(message))
			.valueStream()
			.map((example) -> example.path("payload").toString())
			.toList();
	}

	/** The contract's own text as a tree, for what else a test wants to know of it. */
	public JsonNode document() {
		return this.document;
	}

	private void validate(String pointer, String json) {
		List<Error> errors = this.schemas.getSchema(SchemaLocation.of(this.name + "#" + pointer))
			.validate(JSON.readTree(json).toString(), InputFormat.JSON);
		if (!errors.isEmpty()) {
			throw new AssertionError("%s does not fit %s: %s".formatted(json, pointer, errors));
		}
	}

	private static String read(String file) {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			Path candidate = folder.resolve("docs").resolve(file);
			if (Files.exists(candidate)) {
				try {
					return Files.readString(candidate);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
		}
		throw new IllegalStateException("docs/" + file + " is nowhere above " + Path.of("").toAbsolutePath());
	}

}
