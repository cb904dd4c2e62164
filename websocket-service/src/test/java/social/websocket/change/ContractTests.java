package social.websocket.change;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import social.backing.Contracts;
import social.websocket.socket.Protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContractTests {

	private final Contracts contract = Contracts.broker();

	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final ChangeReader reader = new ChangeReader(this.json);

	@Test
	void understandsANewPostAndWritesItsFrame() {
		var post = (Change.PostCreated) read("PostCreated");
		assertThat(post.position()).isEqualTo(17);
		wrote("PostedFrame", post, Protocol.PLAIN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PostCreated", "PostUpdated", "PostDeleted" })
	void writesTypedFramesOfAllThatHappensToAPost(String message) {
		wrote(message + "Frame", (Change.OfPost) read(message), Protocol.OTUS_V2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PostUpdated", "PostDeleted" })
	void tellsPlainSocketsOfNewPostsAlone(String message) {
		assertThat(new PostFrame((Change.OfPost) read(message), this.json).in(Protocol.PLAIN)).isNull();
	}

	@Test
	void understandsFollowAndUnfollow() {
		assertThat(read("FriendAdded")).isInstanceOf(Change.FriendAdded.class);
		assertThat(read("FriendRemoved")).isInstanceOf(Change.FriendRemoved.class);
	}

	@Test
	void readsOverATypeThatCameLater() {
		assertThat(this.reader.read("{\"type\":\"post.liked\",\"position\":3}".getBytes()))
			.isEqualTo(new Change.Other(3));
	}

	@Test
	void readsOverAChangeThatLacksSomething() {
		assertThat(this.reader.read("{\"type\":\"post.created\",\"position\":3,\"text\":null}".getBytes()))
			.isEqualTo(new Change.Other(3));
	}

	@Test
	void refusesWhatHasNoPosition() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> this.reader.read("{\"type\":\"post.created\"}".getBytes()));
	}

	private void wrote(String name, Change.OfPost post, Protocol protocol) {
		String frame = Objects.requireNonNull(new PostFrame(post, this.json).in(protocol)).json();
		this.contract.check(name, frame);
		assertThat(this.contract.examples(name)).containsExactly(frame);
	}

	private Change read(String message) {
		String example = this.contract.examples(message).getFirst();
		return this.reader.read(example.replaceFirst("\\{", "{\"added_later\":{\"x\":[1]},").getBytes());
	}

}
