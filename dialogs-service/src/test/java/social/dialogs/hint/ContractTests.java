package social.dialogs.hint;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import social.backing.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTests {

	private static final Contracts CONTRACT = Contracts.broker();

	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	@Test
	void hintsAreWrittenAsTheContractsExamples() {
		List<String> examples = CONTRACT.examples("MessageSent");
		assertThat(examples).isNotEmpty();
		for (String text : examples) {
			ObjectNode example = this.json.readValue(text, ObjectNode.class);
			MessageSent message = this.json.treeToValue(example.deepCopy().remove(List.of("type")), MessageSent.class);
			ObjectNode written = this.json.valueToTree(message);
			CONTRACT.check("MessageSent", written.toString());
			assertThat(normal(written)).isEqualTo(normal(example));
		}
	}

	@Test
	void theExchangeIsTheContracts() {
		var exchange = CONTRACT.document().at("/channels/" + HintPublisher.MESSAGES + "/bindings/amqp/exchange");
		var declared = new HintConfiguration().hintExchange();
		assertThat(exchange.path("name").asString()).isEqualTo(declared.getName());
		assertThat(exchange.path("type").asString()).isEqualTo(declared.getType());
		assertThat(exchange.path("durable").asBoolean()).isEqualTo(declared.isDurable());
		assertThat(exchange.path("autoDelete").asBoolean()).isEqualTo(declared.isAutoDelete());
	}

	// the same moment and number can be written in more than one way
	private static ObjectNode normal(ObjectNode message) {
		return message.put("at", Instant.parse(message.get("at").asString()).toString())
			.put("seq", message.get("seq").asLong())
			.put("unread", message.get("unread").asLong());
	}

}
