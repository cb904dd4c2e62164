package social.websocket.push;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

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
		byte[] changes = this.posts.get()
			.uri("/internal/changes?after={position}&limit={page}", position, this.page)
			.retrieve()
			.body(byte[].class);
		return this.reader.readAll(Objects.requireNonNull(changes));
	}

}
