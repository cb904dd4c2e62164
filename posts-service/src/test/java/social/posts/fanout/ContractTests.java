package social.posts.fanout;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import social.backing.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTests {

	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	@Test
	void changesOfPostsAreReadWithFieldsThatAreYetToCome() {
		assertThat(read("PostCreated", PostChange.class)).hasOnlyElementsOfType(PostChange.Created.class);
		assertThat(read("PostUpdated", PostChange.class)).hasOnlyElementsOfType(PostChange.Updated.class);
		assertThat(read("PostDeleted", PostChange.class)).hasOnlyElementsOfType(PostChange.Deleted.class);
	}

	@Test
	void typesThatAreYetToComeAreRead() {
		assertThat(this.json.readValue("{\"type\": \"post.liked\", \"position\": 1}", PostChange.class))
			.isEqualTo(new PostChange.Other());
	}

	@Test
	void rebuildsAreReadWithFieldsThatAreYetToCome() {
		assertThat(read("FeedRebuild", FeedWorker.Rebuild.class))
			.allSatisfy((rebuild) -> assertThat(rebuild.userId()).isNotNull());
	}

	@Test
	void restsAreWrittenAsTheContractsExamplesAndReadWithFieldsThatAreYetToCome() {
		List<String> examples = Contracts.broker().examples("FeedSlice");
		assertThat(read("FeedSlice", Slice.class)).extracting(this.json::valueToTree)
			.containsExactlyElementsOf(examples.stream().map(this.json::readTree).toList());
	}

	private <T> List<T> read(String message, Class<T> type) {
		List<String> examples = Contracts.broker().examples(message);
		assertThat(examples).isNotEmpty();
		return examples.stream().map((example) -> {
			ObjectNode grown = this.json.readValue(example, ObjectNode.class).put("yet_to_come", 1);
			return this.json.treeToValue(grown, type);
		}).toList();
	}

}
