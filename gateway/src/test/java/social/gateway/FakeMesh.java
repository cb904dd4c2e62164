package social.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.cloud.client.discovery.event.HeartbeatEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationEventPublisherAware;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

import social.backing.Backing;
import social.gateway.FakeService.Seen;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fake services where the gateway looks for the real ones, and the secrets of the mesh.
 */
@TestConfiguration(proxyBeanMethods = false)
public class FakeMesh implements ReactiveDiscoveryClient, ApplicationEventPublisherAware, AutoCloseable {

	private static final byte[] SECRET = "a secret of thirty-two bytes ...".getBytes();

	private static final String KEY_SET = "/.well-known/jwks.json";

	private static final String REVOCATIONS = "/internal/revocations?since=0";

	private static final String NONE = "{\"revocations\":[],\"next\":\"0\",\"more\":false}";

	private final Issuer issuer = new Issuer("key-1");

	private final FakeService users = new FakeService("users-service").publishes(KEY_SET, this.issuer.keySet())
		.publishes(REVOCATIONS, NONE);

	private final FakeService posts = new FakeService("posts-service");

	private final FakeService dialogs = new FakeService("dialogs-service");

	private final FakeService sockets = new FakeService("websocket-service");

	private final Map<String, List<FakeService>> instances = new ConcurrentHashMap<>();

	private ApplicationEventPublisher events = (event) -> {
	};

	@Bean
	DynamicPropertyRegistrar mesh() throws IOException {
		Path file = Files.createTempFile("passport", ".keys");
		file.toFile().deleteOnExit();
		Files.writeString(file, "first " + Base64URL.encode(SECRET) + "\n");
		return (registry) -> {
			registry.add("platform.passport.keys", file::toString);
			registry.add("spring.data.redis.port", () -> Backing.redis().port());
			registry.add("spring.data.redis.password", Backing.LOGIN::password);
			registry.add("spring.rabbitmq.port", () -> Backing.rabbit().port());
			registry.add("spring.rabbitmq.username", Backing.LOGIN::user);
			registry.add("spring.rabbitmq.password", Backing.LOGIN::password);
		};
	}

	public Issuer issuer() {
		return this.issuer;
	}

	public FakeService users() {
		return this.users;
	}

	public FakeService posts() {
		return this.posts;
	}

	public FakeService dialogs() {
		return this.dialogs;
	}

	public FakeService sockets() {
		return this.sockets;
	}

	/**
	 * The claims of the passport that a service was shown; fails if it is no good one.
	 */
	public JWTClaimsSet passport(Seen seen) {
		assertThat(seen.headers().getAll("X-Passport")).hasSize(1);
		try {
			var jwt = SignedJWT.parse(seen.headers().get("X-Passport"));
			assertThat(jwt.getHeader().getKeyID()).isEqualTo("first");
			assertThat(jwt.verify(new MACVerifier(SECRET))).isTrue();
			return jwt.getJWTClaimsSet();
		}
		catch (ParseException | JOSEException ex) {
			throw new AssertionError(ex);
		}
	}

	/** Has users-service publish another key set. */
	public void publish(String keySet) {
		this.users.publishes(KEY_SET, keySet);
	}

	/** Has users-service tell of an ended session, or of none. */
	public void revoke(@Nullable UUID session) {
		this.users.publishes(REVOCATIONS, (session == null) ? NONE : """
				{"revocations":[{"session_id":"%s","until":"%s","added_later":1}],"next":"0","more":false}"""
			.formatted(session, Instant.now().plusSeconds(60)));
	}

	/** Runs other instances of a service than the usual one. */
	public void run(String service, FakeService... instances) {
		this.instances.put(service, List.of(instances));
		tell();
	}

	/** Everything as it was. */
	public void reset() {
		services().forEach(FakeService::reset);
		this.instances.clear();
		tell();
		publish(this.issuer.keySet());
		revoke(null);
	}

	private void tell() {
		this.events.publishEvent(new HeartbeatEvent(this, "changed"));
	}

	@Override
	public void setApplicationEventPublisher(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	public Flux<ServiceInstance> getInstances(String service) {
		List<FakeService> usual = services().stream().filter((one) -> one.name().equals(service)).toList();
		return Flux.fromIterable(this.instances.getOrDefault(service, usual))
			.map((one) -> new DefaultServiceInstance(null, service, "127.0.0.1", one.port(), false));
	}

	@Override
	public Flux<String> getServices() {
		return Flux.fromIterable(services()).map(FakeService::name);
	}

	@Override
	public String description() {
		return "fake mesh";
	}

	@Override
	public void close() {
		services().forEach(FakeService::close);
	}

	private List<FakeService> services() {
		return List.of(this.users, this.posts, this.dialogs, this.sockets);
	}

}
