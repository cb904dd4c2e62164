package social.gateway.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * Tokens for requests that the gateway makes of itself, each of a user who does not
 * exist. Nobody signs them: this gateway takes them for ones that it has verified, until
 * they are ended. They are 256 random bits each and never leave it.
 */
@Component
public class OwnTokens {

	private final Tokens tokens;

	private final Clock clock;

	OwnTokens(Tokens tokens, Clock clock) {
		this.tokens = tokens;
		this.clock = clock;
	}

	/**
	 * Makes some; they are to be ended as soon as they have served.
	 * @param count how many
	 * @param keyId the key that they count as verified with: if it goes, so do they
	 * @param life how long they are good at most
	 */
	public List<String> issue(int count, String keyId, Duration life) {
		return Stream.generate(() -> issue(keyId, life)).limit(count).toList();
	}

	/** None of them is good any more. */
	public void end(Collection<String> issued) {
		issued.forEach(this.tokens::forget);
	}

	private String issue(String keyId, Duration life) {
		String token = RandomText.next();
		this.tokens.remember(token,
				new AccessToken(UUID.randomUUID(), UUID.randomUUID(), this.clock.instant().plus(life), keyId));
		return token;
	}

}
