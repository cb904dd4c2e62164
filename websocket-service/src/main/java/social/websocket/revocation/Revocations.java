package social.websocket.revocation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import social.websocket.socket.EndedSessions;

/**
 * Hears of ended sessions by message, and asks for those that no message told. While
 * questions fail, what is known holds.
 */
@Component
class Revocations {

	private static final Logger log = LoggerFactory.getLogger(Revocations.class);

	private static final String BEGINNING = "0";

	private final EndedSessions ended;

	private final RestClient users;

	private final ObjectReader messages;

	private String place = BEGINNING;

	private boolean failing;

	Revocations(EndedSessions ended, RestClient users, JsonMapper json) {
		this.ended = ended;
		this.users = users;
		this.messages = json.readerFor(SessionsRevoked.class)
			.with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
					DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
	}

	/**
	 * Takes a message from the broker.
	 * @throws JacksonException if it can't be read
	 */
	void accept(byte[] payload) {
		add(this.messages.<SessionsRevoked>readValue(payload).revocations());
	}

	/** Asks, again and again until there is no more. */
	synchronized void ask() {
		try {
			RevocationPage page;
			do {
				page = Objects.requireNonNull(this.users.get()
					.uri("/internal/revocations?since={place}", this.place)
					.retrieve()
					.body(RevocationPage.class));
				add(page.revocations());
				this.place = page.next();
			}
			while (page.more());
			this.failing = false;
		}
		// the last one: the load balancer has no instance to offer
		catch (RestClientException | IllegalStateException ex) {
			if (!this.failing) {
				log.warn("Ended sessions can't be asked for: {}", ex.getMessage());
			}
			this.failing = true;
		}
	}

	private void add(Collection<Revocation> revocations) {
		Map<String, Instant> sessions = new HashMap<>();
		revocations.forEach((revocation) -> sessions.put(revocation.sessionId(), revocation.until()));
		this.ended.add(sessions);
	}

}
