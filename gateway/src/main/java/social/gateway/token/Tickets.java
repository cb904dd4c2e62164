package social.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

import social.gateway.edge.Paths;

/**
 * Tickets with which browsers open sockets, as they can't send a token there: good once,
 * at any gateway, and for half a minute. An address with a ticket in it may well be
 * written down somewhere; by then it is worth nothing.
 */
@Component
class Tickets {

	/** How long one is good. */
	static final Duration LIFE = Duration.ofSeconds(30);

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private static final String PARAMETER = "ticket";

	private static final String PREFIX = "ticket:";

	private static final Paths SOCKETS = Paths.of("/post/feed/posted", "/posts");

	private final ReactiveStringRedisTemplate redis;

	private final Tokens tokens;

	Tickets(ReactiveStringRedisTemplate redis, Tokens tokens) {
		this.redis = redis;
		this.tokens = tokens;
	}

	/**
	 * The ticket of a handshake; null if there is none, or if it is no handshake.
	 * @throws TokenConflict if there is more than one
	 */
	static @Nullable String find(ServerHttpRequest request) {
		if (request.getMethod() != HttpMethod.GET || !"websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())
				|| !SOCKETS.include(request)) {
			return null;
		}
		List<String> tickets = request.getQueryParams().getOrDefault(PARAMETER, List.of());
		if (tickets.size() > 1) {
			throw new TokenConflict();
		}
		return tickets.isEmpty() ? null : tickets.getFirst();
	}

	/**
	 * A new one, worth as much as the token; {@link TicketsAway} if nobody can keep it.
	 */
	Mono<String> issue(AccessToken token) {
		String ticket = RandomText.next();
		String worth = "%s %s %d %s".formatted(token.user(), token.session(), token.expiry().getEpochSecond(),
				token.keyId());
		return this.redis.opsForValue()
			.set(key(ticket), worth, LIFE)
			.timeout(PATIENCE)
			.onErrorMap((failure) -> new TicketsAway())
			.thenReturn(ticket);
	}

	/**
	 * What it is worth, once; {@link NotLoggedIn} if nothing, {@link TicketsAway} or
	 * {@link KeysUnknown} if nobody can tell.
	 */
	Mono<AccessToken> redeem(String ticket) {
		if (!this.tokens.canBeVerified()) {
			return Mono.error(KeysUnknown::new);
		}
		return this.redis.opsForValue()
			.getAndDelete(key(ticket))
			.timeout(PATIENCE)
			.onErrorMap((failure) -> new TicketsAway())
			.map(Tickets::read)
			.filter(this.tokens::stillCounts)
			.switchIfEmpty(Mono.error(NotLoggedIn::ticketRefused));
	}

	private static AccessToken read(String worth) {
		String[] words = worth.split(" ", 4);
		return new AccessToken(UUID.fromString(words[0]), UUID.fromString(words[1]),
				Instant.ofEpochSecond(Long.parseLong(words[2])), words[3]);
	}

	/** Who sees the keys of Redis has no ticket yet. */
	private static String key(String ticket) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
			return PREFIX + HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
