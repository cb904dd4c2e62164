package social.websocket.resume;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

import social.platform.passport.UserId;
import social.websocket.change.ChangeReader;
import social.websocket.session.Turns;

/**
 * Asks posts-service what concerned users while they were away; a crowd that comes back
 * at once waits in line.
 */
@Component
class Missed {

	private final RestClient posts;

	private final ChangeReader reader;

	private final ResumeProperties properties;

	private final Turns turns;

	private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(3)
		.delay(Duration.ofMillis(100))
		.multiplier(2)
		.excludes(HttpClientErrorException.class)
		.build());

	Missed(RestClient posts, ChangeReader reader, ResumeProperties properties) {
		this.posts = posts;
		this.reader = reader;
		this.properties = properties;
		this.turns = new Turns(properties.questions(), properties.patience());
	}

	/**
	 * What comes after a position, a page at most; null if the log does not tell, as it
	 * begins later or ends before.
	 * @param target a position up to which everything is known to be published
	 * @throws RuntimeException if there is no answer
	 */
	@Nullable Page after(UserId user, long position, long target) {
		if (!this.turns.take()) {
			throw new IllegalStateException("too many ask at once");
		}
		try {
			return this.retry.invoke(() -> ask(user, position, target));
		}
		catch (HttpClientErrorException.Gone ex) {
			return null;
		}
		finally {
			this.turns.giveBack();
		}
	}

	private Page ask(UserId user, long position, long target) {
		JsonNode answer = this.posts.get()
			.uri("/internal/replay/{user}?after={position}&limit={page}", user, position, this.properties.page())
			.retrieve()
			.body(JsonNode.class);
		long until = Objects.requireNonNull(answer).required("until").longValue();
		if (until <= position && position < target) {
			// the relay may publish a moment before its transaction ends
			throw new IllegalStateException("the log ends at %d (expected: %d)".formatted(until, target));
		}
		return new Page(until, this.reader.readAll(answer.required("changes")));
	}

}
