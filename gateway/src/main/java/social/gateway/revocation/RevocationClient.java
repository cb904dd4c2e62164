package social.gateway.revocation;

import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

import social.gateway.passport.Passports;

/** Asks users-service. */
@Component
class RevocationClient implements RevocationSource {

	private static final String OWNER = "users-service";

	private static final String PATH = "http://" + OWNER + "/internal/revocations?since={place}";

	private static final ObjectReader page = JsonMapper.shared().readerFor(RevocationPage.class);

	private final WebClient web;

	private final Passports passports;

	private final RevocationProperties properties;

	RevocationClient(ReactorLoadBalancerExchangeFilterFunction loadBalancer, Passports passports,
			RevocationProperties properties) {
		this.web = WebClient.builder().filter(loadBalancer).build();
		this.passports = passports;
		this.properties = properties;
	}

	@Override
	public Mono<RevocationPage> since(String place) {
		return Mono.defer(() -> this.web.get()
			.uri(PATH, place)
			.header(Passports.HEADER, this.passports.mintForItself(OWNER))
			.retrieve()
			.bodyToMono(String.class)
			.timeout(this.properties.timeout())
			.map(page::<RevocationPage>readValue));
	}

}
