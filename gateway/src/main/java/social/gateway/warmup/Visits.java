package social.gateway.warmup;

import java.text.ParseException;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The requests that the gateway makes of itself.
 *
 * @param client leads to it
 * @param forged a token that names a good key and is not signed by it, for the refusal
 */
record Visits(HttpClient client, String forged) {

	private static final String KEY_SET = "/.well-known/jwks.json";

	private static final String FEED = "/post/feed?offset=0&limit=20";

	private static final int SIGNATURE = 256;

	// what refuses a token is a part of what takes one, so fewer of them do
	private static final int REFUSED = 4;

	/** Empty if the gateway can't get at the key set. */
	static Mono<Visits> by(HttpClient client) {
		return client.get()
			.uri(KEY_SET)
			.responseSingle((response, body) -> body.asString())
			.mapNotNull(Visits::keyId)
			.map((keyId) -> new Visits(client, forge(keyId)));
	}

	/** Sends one of them. */
	Mono<Integer> next(int number) {
		boolean refused = number % REFUSED == 0;
		return this.client.headers((headers) -> {
			headers.set("X-Request-Id", "warm-up-" + number);
			if (refused) {
				headers.set("X-Auth", this.forged);
			}
		})
			.get()
			.uri(refused ? FEED : KEY_SET)
			.responseSingle((response, body) -> body.asString().thenReturn(response.status().code()));
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
