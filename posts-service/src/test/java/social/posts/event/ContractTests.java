package social.posts.event;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import social.backing.Contracts;
import social.posts.event.Change.FriendAdded;
import social.posts.event.Change.FriendRemoved;
import social.posts.event.Change.PostCreated;
import social.posts.event.Change.PostDeleted;
import social.posts.event.Change.PostUpdated;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTests {

	private static final Contracts CONTRACT = Contracts.broker();

	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	@ParameterizedTest
	@MethodSource
	void changesAreWrittenAsTheContractsExamples(Class<? extends Change> type) {
		List<String> examples = CONTRACT.examples(type.getSimpleName());
		assertThat(examples).isNotEmpty();
		for (String text : examples) {
			ObjectNode example = this.json.readValue(text, ObjectNode.class);
			ObjectNode written = this.json.valueToTree(read(example, type));
			written.set("position", example.get("position"));
			CONTRACT.check(type.getSimpleName(), written.toString());
			assertThat(normal(written)).isEqualTo(normal(example));
		}
	}

	static Stream<Class<? extends Change>> changesAreWrittenAsTheContractsExamples() {
		return Stream.of(PostCreated.class, PostUpdated.class, PostDeleted.class, FriendAdded.class,
				FriendRemoved.class);
	}

	private Change read(ObjectNode example, Class<? extends Change> type) {
		return this.json.treeToValue(example.deepCopy().remove(List.of("type", "position")), type);
	}

	// the same moment can be written in more than one way
	private static ObjectNode normal(ObjectNode message) {
		return message.put("at", Instant.parse(message.get("at").asString()).toEpochMilli());
	}

}
