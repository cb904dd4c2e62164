package social.websocket.push;

import java.util.List;
import java.util.Objects;

import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import social.websocket.change.Change;
import social.websocket.change.ChangeReader;

/** The changes that posts-service keeps for those who missed some. */
@Component
class ChangeLog {

	private final RestClient posts;

	private final ChangeReader reader;

	private final int page;

	ChangeLog(RestClient posts, ChangeReader reader, PushProperties properties) {
		this.posts = posts;
		this.reader = reader;
		this.page = properties.page();
	}

	/** The changes after a position, in order; a page of them at most. */
	List<Change> after(long position) {
		JsonNode changes = this.posts.get()
			.uri("/internal/changes?after={position}&limit={page}", position, this.page)
			.retrieve()
			.body(JsonNode.class);
		return this.reader.readAll(Objects.requireNonNull(changes));
	}

	/** The newest position; 0 before the first change. */
	long position() {
		JsonNode answer = this.posts.get().uri("/internal/changes/position").retrieve().body(JsonNode.class);
		return Objects.requireNonNull(answer).required("position").longValue();
	}

}
