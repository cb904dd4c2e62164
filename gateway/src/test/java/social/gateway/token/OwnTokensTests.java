package social.gateway.token;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class OwnTokensTests {

	private static final Duration LIFE = Duration.ofMinutes(1);

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@Autowired
	private OwnTokens own;

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@Test
	void eachIsThatOfAnotherUserUntilItIsEnded() {
		List<String> tokens = this.own.issue(2, "key-1", LIFE);
		tokens.forEach((token) -> read(token, HttpStatus.OK));
		assertThat(this.mesh.posts().seen()).hasSize(2)
			.allMatch((seen) -> !seen.headers().contains("X-Auth"))
			.extracting((seen) -> this.mesh.passport(seen).getSubject())
			.doesNotContainNull()
			.doesNotHaveDuplicates();
		this.own.end(tokens);
		tokens.forEach((token) -> read(token, HttpStatus.UNAUTHORIZED));
		assertThat(this.mesh.posts().seen()).hasSize(2);
	}

	@Test
	void noneIsGoodAnyLongerThanItsLife() {
		List<String> tokens = this.own.issue(1, "key-1", Duration.ZERO);
		read(tokens.getFirst(), HttpStatus.UNAUTHORIZED);
	}

	@Test
	void noneIsGoodWithoutItsKey() {
		List<String> tokens = this.own.issue(1, "key-2", LIFE);
		read(tokens.getFirst(), HttpStatus.UNAUTHORIZED);
	}

	private void read(String token, HttpStatus expected) {
		this.client.get().uri("/post/feed").header("X-Auth", token).exchange().expectStatus().isEqualTo(expected);
	}

}
