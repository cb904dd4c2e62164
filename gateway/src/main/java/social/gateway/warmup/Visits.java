package social.gateway.warmup;

import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

/**
 * The requests that the gateway makes of itself: what people ask for most, and a little
 * of all else that changes nothing.
 */
final class Visits {

	private static final String KEY_SET = "/.well-known/jwks.json";

	private static final String FEED = "/post/feed?offset=0&limit=20";

	private static final String NOBODY = UUID.randomUUID().toString();

	private static final int SIGNATURE = 256;

	private static final int KINDS = 8;

	private final HttpClient client;

	private final String forged;

	private final List<String> tokens;

	/**
	 * Prepares them.
	 * @param client leads to the gateway
	 * @param keyId a key of the key set, that forged tokens are to name
	 * @param tokens those of users who may ask
	 */
	Visits(HttpClient client, String keyId, List<String> tokens) {
		this.client = client;
		this.forged = forge(keyId);
		this.tokens = tokens;
	}

	/** The key that tokens are signed with, if the gateway can get at the key set. */
	static Mono<String> keyId(HttpClient client) {
		return client.get().uri(KEY_SET).responseSingle((response, body) -> body.asString()).mapNotNull(Visits::keyId);
	}

	/** Sends one of them, and tells what the answer was. */
	Mono<Integer> next(int number) {
		String token = this.tokens.get(number / KINDS % this.tokens.size());
		return switch (number % KINDS) {
			case 0 -> get(number, this.forged, FEED);
			case 1 -> get(number, null, KEY_SET);
			case 2 -> get(number, token, "/user/get/" + NOBODY);
			case 3 -> get(number, token, "/dialog/" + NOBODY + "/list");
			case 4 -> socket(number, token);
			default -> get(number, token, FEED);
		};
	}

	private Mono<Integer> get(int number, @Nullable String token, String path) {
		return as(number, token).get()
			.uri(path)
			.responseSingle((response, body) -> body.asString().thenReturn(response.status().code()));
	}

	/** Opens one, and closes it. */
	private Mono<Integer> socket(int number, String token) {
		return as(number, token).websocket(WebsocketClientSpec.builder().protocols("otus.v2").build())
			.uri("/post/feed/posted")
			.handle((in, out) -> out.sendClose())
			.then(Mono.just(HttpResponseStatus.SWITCHING_PROTOCOLS.code()));
	}

	private HttpClient as(int number, @Nullable String token) {
		return this.client.headers((headers) -> {
			headers.set("X-Request-Id", "warm-up-" + number);
			if (token != null) {
				headers.set("X-Auth", token);
			}
		});
	}

	private static @Nullable String keyId(String keySet) {
		try {
			return JWKSet.parse(keySet).getKeys().stream().map(JWK::getKeyID).findFirst().orElse(null);
		}
		catch (ParseException ex) {
			return null;
		}
	}

	private static String forge(String keyId) {
		var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).type(new JOSEObjectType("at+jwt")).build();
		var claims = new Payload(Map.of(JWTClaimNames.ISSUER, "otus-social", JWTClaimNames.AUDIENCE, "otus-social",
				JWTClaimNames.SUBJECT, UUID.randomUUID().toString(), "sid", UUID.randomUUID().toString(),
				JWTClaimNames.EXPIRATION_TIME, Instant.now().plusSeconds(60).getEpochSecond()));
		return header.toBase64URL() + "." + claims.toBase64URL() + "." + Base64URL.encode(new byte[SIGNATURE]);
	}

}
