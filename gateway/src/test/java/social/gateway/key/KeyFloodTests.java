package social.gateway.key;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;
import social.gateway.Issuer;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens of keys that nobody has, many of them. */
@GatewayTest
@TestPropertySource(properties = { "gateway.key.pause=10s", "gateway.key.refresh=1h" })
class KeyFloodTests {

	private static final int FORGED = 5000;

	private static final int AT_ONCE = 64;

	@Autowired
	private FakeMesh mesh;

	@LocalServerPort
	private int port;

	@Test
	void costUsersServiceOneQuestionInTenSeconds() {
		int before = this.mesh.users().shown("/.well-known/jwks.json");
		var forger = new Issuer("forged");
		// nobody can tell that the signature is another header's without the key
		String signed = forger.token();
		String rest = signed.substring(signed.indexOf('.'));
		WebClient client = WebClient.create("http://localhost:" + this.port);
		long begun = System.nanoTime();
		List<Integer> answers = Flux.range(0, FORGED)
			.map((number) -> forger.header().keyID(UUID.randomUUID().toString()).build().toBase64URL() + rest)
			.flatMap(
					(token) -> client.get()
						.uri("/post/feed")
						.header("X-Auth", token)
						.exchangeToMono((answer) -> answer.releaseBody().thenReturn(answer.statusCode().value())),
					AT_ONCE)
			.distinct()
			.collectList()
			.block(Duration.ofMinutes(2));
		long tens = Duration.ofNanos(System.nanoTime() - begun).toSeconds() / 10 + 1;
		assertThat(answers).containsExactly(401);
		assertThat((long) this.mesh.users().shown("/.well-known/jwks.json") - before).isLessThanOrEqualTo(tens);
		assertThat(this.mesh.posts().seen()).isEmpty();
	}

}
