package social.websocket.session;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import social.platform.passport.UserId;

/**
 * Asks posts-service whom users follow; a crowd that comes back at once waits in line.
 */
@Component
class Friends {

	private static final Logger log = LoggerFactory.getLogger(Friends.class);

	private static final ParameterizedTypeReference<List<UserId>> IDS = new ParameterizedTypeReference<>() {
	};

	private final RestClient posts;

	private final Turns turns;

	private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(2)
		.delay(Duration.ofMillis(100))
		.excludes(HttpClientErrorException.class)
		.build());

	Friends(RestClient posts, AudienceProperties properties) {
		this.posts = posts;
		this.turns = new Turns(properties.questions(), properties.patience());
	}

	/** Whom a user followed at a position. */
	List<UserId> of(UserId user, long position) {
		if (!this.turns.take()) {
			log.warn("{} is not let in: too many ask at once", user);
			throw new FriendsUnknown();
		}
		try {
			return this.retry.invoke(() -> ask(user, position));
		}
		// the last one: the load balancer has no instance to offer
		catch (RestClientException | IllegalStateException ex) {
			log.warn("posts-service does not say whom {} follows: {}", user, ex.getMessage());
			throw new FriendsUnknown();
		}
		finally {
			this.turns.giveBack();
		}
	}

	private List<UserId> ask(UserId user, long position) {
		return Objects.requireNonNull(
				this.posts.get().uri("/internal/friends/{user}?at={position}", user, position).retrieve().body(IDS));
	}

}
