package social.gateway.key;

import java.util.Map;

import com.nimbusds.jose.jwk.JWK;
import reactor.core.publisher.Mono;

/** Where keys come from. */
@FunctionalInterface
interface KeySource {

	/** The keys of now by their names. */
	Mono<Map<String, JWK>> fetch();

}
