package social.local.endtoend;

import java.util.List;
import java.util.Random;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values for a schema of the contract: mostly such as it allows or nearly allows, and
 * sometimes anything.
 */
final class AnyValue {

	private static final List<String> STRANGE = List.of("", " ", "\0", "a\0b", "\ud800", "\ufffe", "\u202eevil", "💥",
			"е\u0301", "ﷺ", "%00", "%2e%2e%2f", "../../etc/passwd", "' OR 1=1 --", "{{7*7}}", "${jndi:x}", "null",
			"true", "-1", "0", "1e309", "NaN", "9223372036854775808", "2026-02-30", "0000-00-00", "9999-12-31",
			"1899-12-31", "\r\nX-Passport: forged", "x".repeat(201), "ы".repeat(8_193), "x".repeat(16_384),
			"00000000-0000-0000-0000-000000000000", "e4d2e6b0-cde2-42c5-aac3-0b8316f21e5");

	private static final List<String> NUMBERS = List.of("0", "1", "-1", "100", "101", "0.5", "1e2", "2147483648",
			"9223372036854775807", "-9223372036854775809", "1e400");

	private final Random random;

	private final JsonNode contract;

	private final List<String> ids;

	/**
	 * Chooses by chance.
	 * @param ids what there is to be found
	 */
	AnyValue(Random random, JsonNode contract, List<String> ids) {
		this.random = random;
		this.contract = contract;
		this.ids = ids;
	}

	/** A JSON document for a schema. */
	JsonNode of(JsonNode schema) {
		JsonNode target = resolve(schema);
		if (chance(8)) {
			return anything(2);
		}
		return switch (target.path("type").asString("string")) {
			case "object" -> object(target);
			case "integer", "number" -> JsonMapper.shared().readTree(any(NUMBERS));
			case "boolean" -> JsonMapper.shared().getNodeFactory().booleanNode(this.random.nextBoolean());
			default -> JsonMapper.shared().getNodeFactory().stringNode(text(target));
		};
	}

	/** A text for a schema, as a path or a query has it. */
	String text(JsonNode schema) {
		JsonNode target = resolve(schema);
		if (chance(25)) {
			return any(STRANGE);
		}
		if (target.path("type").asString("string").matches("integer|number")) {
			return any(NUMBERS);
		}
		return switch (target.path("format").asString("")) {
			case "uuid" ->
				chance(80) ? any(this.ids) : new UUID(this.random.nextLong(), this.random.nextLong()).toString();
			case "date" -> "%04d-%02d-%02d".formatted(1890 + this.random.nextInt(150), this.random.nextInt(14),
					this.random.nextInt(33));
			default -> letters(target);
		};
	}

	/** Whether something happens that happens in so many cases of a hundred. */
	boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	/** One of these. */
	<T> T any(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	private ObjectNode object(JsonNode schema) {
		ObjectNode object = JsonMapper.shared().createObjectNode();
		schema.path("properties").properties().forEach((property) -> {
			if (chance(90)) {
				object.set(property.getKey(), of(property.getValue()));
			}
		});
		if (chance(10)) {
			object.set(any(STRANGE), anything(1));
		}
		return object;
	}

	private JsonNode anything(int depth) {
		return switch (this.random.nextInt((depth > 0) ? 6 : 4)) {
			case 0 -> JsonMapper.shared().getNodeFactory().nullNode();
			case 1 -> JsonMapper.shared().getNodeFactory().booleanNode(true);
			case 2 -> JsonMapper.shared().readTree(any(NUMBERS));
			case 3 -> JsonMapper.shared().getNodeFactory().stringNode(any(STRANGE));
			case 4 -> {
				ArrayNode array = JsonMapper.shared().createArrayNode();
				yield array.add(anything(depth - 1)).add(anything(depth - 1));
			}
			default -> JsonMapper.shared().createObjectNode().set(any(STRANGE), anything(depth - 1));
		};
	}

	private String letters(JsonNode schema) {
		int least = schema.path("minLength").asInt(0);
		int most = Math.min(schema.path("maxLength").asInt(300), 300);
		int length = least + this.random.nextInt(Math.max(1, most - least + 1));
		return this.random.ints(length, 0x20, chance(50) ? 0x7f : 0x500)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private JsonNode resolve(JsonNode schema) {
		JsonNode target = schema;
		while (target.has("$ref")) {
			target = this.contract.at(target.path("$ref").asString().substring(1));
		}
		return target;
	}

}
