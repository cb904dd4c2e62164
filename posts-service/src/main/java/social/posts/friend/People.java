package social.posts.friend;

import java.io.IOException;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Profile;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import social.platform.failure.Failure;
import social.platform.passport.UserId;

/**
 * Knows who exists.
 * <p>
 * Only a yes is remembered: nobody who exists ceases to, while who does not exist yet may
 * register a moment later.
 */
@Component
@Profile("!feed-worker")
class People {

	private static final Logger log = LoggerFactory.getLogger(People.class);

	private final RestClient users;

	private final CircuitBreaker breaker;

	private final PeopleProperties properties;

	private final Cache<UserId, Boolean> known;

	private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(1)
		.delay(Duration.ofMillis(100))
		.excludes(CallNotPermittedException.class, HttpClientErrorException.class)
		.build());

	People(RestClient users, CircuitBreakerRegistry breakers, PeopleProperties properties) {
		this.users = users;
		this.breaker = breakers.circuitBreaker("users-service");
		this.properties = properties;
		this.known = Caffeine.newBuilder()
			.maximumSize(properties.remembered())
			.expireAfterWrite(properties.rememberedFor())
			.build();
	}

	/**
	 * Makes sure that somebody exists.
	 * @throws Failure if nobody has the id, or if that can't be told now
	 */
	void require(UserId id) {
		if (this.known.getIfPresent(id) != null) {
			return;
		}
		if (!ask(id)) {
			throw new PersonNotFound(id);
		}
		this.known.put(id, true);
	}

	private boolean ask(UserId id) {
		try {
			return this.retry.invoke(() -> this.breaker.executeSupplier(() -> exists(id)));
		}
		// the last one: the load balancer has no instance to offer
		catch (RestClientException | CallNotPermittedException | IllegalStateException ex) {
			log.warn("users-service does not answer: {}", ex.getMessage());
			throw new PeopleUnknown(this.properties.retryAfter());
		}
	}

	private boolean exists(UserId id) {
		return this.users.get()
			.uri("/internal/users/{id}", id)
			.exchangeForRequiredValue((request, response) -> found(response));
	}

	private static boolean found(RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse response)
			throws IOException {
		if (response.getStatusCode().is2xxSuccessful()) {
			return true;
		}
		if (response.getStatusCode() == HttpStatus.NOT_FOUND) {
			return false;
		}
		throw response.createException();
	}

}
