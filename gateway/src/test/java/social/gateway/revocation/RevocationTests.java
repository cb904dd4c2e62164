package social.gateway.revocation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import social.backing.Backing;
import social.backing.Contracts;
import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

/** Tokens of sessions that have ended. */
@GatewayTest
class RevocationTests {

	private UUID session = UUID.randomUUID();

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private WebTestClient client;

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@Test
	void areRefusedAsSoonAsAMessageTells() {
		String token = token();
		ask(token).expectStatus().isOk();
		tell(Contracts.broker()
			.examples("SessionRevoked")
			.getFirst()
			.replaceFirst("\\{", "{\"added_later\":{\"x\":[1]},")
			.replaceFirst("5b6d6c9e-5b43-4a0e-8a57-0c9e6a3f7e01", this.session.toString())
			.replaceFirst("2026-01-01", "2099-01-01"));
		Awaitility.await()
			.atMost(Duration.ofSeconds(1))
			.untilAsserted(() -> ask(token).expectStatus().isUnauthorized());
		ask(token()).expectStatus().isUnauthorized();
		ask(this.mesh.issuer().token()).expectStatus().isOk();
	}

	@Test
	void areRefusedSoonThoughNoMessageTells() {
		String token = token();
		ask(token).expectStatus().isOk();
		this.mesh.revoke(this.session);
		Awaitility.await()
			.atMost(Duration.ofSeconds(5))
			.untilAsserted(() -> ask(token).expectStatus().isUnauthorized());
	}

	@Test
	void areRefusedWhileTheBrokerIsAwayAndAtOnceWhenItIsBack() {
		Backing.rabbit().stop();
		try {
			areRefusedSoonThoughNoMessageTells();
		}
		finally {
			Backing.rabbit().start();
		}
		Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> {
			this.session = UUID.randomUUID();
			areRefusedAsSoonAsAMessageTells();
		});
	}

	@Test
	void areTheOnlyOnesWhateverIsPublished() {
		tell("nonsense");
		tell("{}");
		tell("{\"revocations\":[{\"session_id\":\"1\"}]}");
		areRefusedAsSoonAsAMessageTells();
	}

	private void tell(String message) {
		this.rabbit.convertAndSend("users.revocation", "session.revoked", message.getBytes(StandardCharsets.UTF_8));
	}

	private String token() {
		return this.mesh.issuer().token((claims) -> claims.claim("sid", this.session.toString()));
	}

	private ResponseSpec ask(String token) {
		return this.client.get().uri("/post/feed").header("X-Auth", token).exchange();
	}

}
