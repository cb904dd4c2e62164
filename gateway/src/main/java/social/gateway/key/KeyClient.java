package social.gateway.key;

import java.text.ParseException;
import java.util.Map;
import java.util.stream.Collectors;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import reactor.core.publisher.Mono;

import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

import social.gateway.passport.Passports;

/** Asks users-service for its key set. */
@Component
class KeyClient implements KeySource {

	private static final String OWNER = "users-service";

	private static final String PATH = "http://" + OWNER + "/.well-known/jwks.json";

	// what else a key may be, it is not for access tokens
	private static final JWKMatcher FIT = new JWKMatcher.Builder().keyType(KeyType.RSA)
		.keyUses(KeyUse.SIGNATURE, null)
		.algorithms(JWSAlgorithm.RS256, null)
		.withKeyIDOnly(true)
		.privateOnly(false)
		.build();

	private final WebClient web;

	private final Passports passports;

	private final KeyProperties properties;

	KeyClient(ReactorLoadBalancerExchangeFilterFunction loadBalancer, Passports passports, KeyProperties properties) {
		this.web = WebClient.builder().filter(loadBalancer).build();
		this.passports = passports;
		this.properties = properties;
	}

	@Override
	public Mono<Map<String, JWK>> fetch() {
		return Mono.defer(() -> this.web.get()
			.uri(PATH)
			.header(Passports.HEADER, this.passports.mint(OWNER))
			.retrieve()
			.bodyToMono(String.class)
			.timeout(this.properties.timeout())
			.map(KeyClient::read));
	}

	private static Map<String, JWK> read(String json) {
		try {
			return JWKSet.parse(json)
				.getKeys()
				.stream()
				.filter(FIT::matches)
				.collect(Collectors.toUnmodifiableMap(JWK::getKeyID, JWK::toPublicJWK, (one, other) -> one));
		}
		catch (ParseException ex) {
			throw new IllegalStateException("key set of " + OWNER + " can't be read", ex);
		}
	}

}
