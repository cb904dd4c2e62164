package social.gateway.revocation;

import reactor.core.publisher.Mono;

/** Where revocations come from. */
@FunctionalInterface
interface RevocationSource {

	/** Those since a place; "0" is the beginning. */
	Mono<RevocationPage> since(String place);

}
