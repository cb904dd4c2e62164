package social.gateway.key;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;
import social.gateway.Issuer;

@GatewayTest
class KeyRotationTests {

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private KeySet keys;

	@Autowired
	private WebTestClient client;

	@AfterEach
	void reset() {
		this.mesh.reset();
		Awaitility.await().until(() -> this.keys.holds("key-1"));
	}

	@Test
	void refusesATokenOfADroppedKeyThoughItWasGoodBefore() {
		String token = this.mesh.issuer().token();
		ask(token).expectStatus().isOk();
		var next = new Issuer("key-2");
		this.mesh.publish(next.keySet());
		Awaitility.await().untilAsserted(() -> ask(token).expectStatus().isUnauthorized());
		ask(next.token()).expectStatus().isOk();
	}

	@Test
	void cannotTellGoodTokensFromBadWithoutKeys() {
		this.mesh.publish("{\"keys\":[]}");
		Awaitility.await()
			.untilAsserted(() -> ask(this.mesh.issuer().token()).expectStatus()
				.isEqualTo(503)
				.expectHeader()
				.valueEquals("Retry-After", "1")
				.expectHeader()
				.doesNotExist("WWW-Authenticate"));
	}

	@Test
	void takesNoKeyForOtherPurposes() {
		String keySet = this.mesh.issuer().keySet();
		this.mesh.publish(keySet.replace("\"sig\"", "\"enc\""));
		Awaitility.await().until(() -> !this.keys.holds("key-1"));
		this.mesh.publish(keySet.replace("\"RS256\"", "\"PS256\""));
		Awaitility.await().during(Duration.ofMillis(1500)).until(() -> !this.keys.holds("key-1"));
	}

	@Test
	void livesOnWithTheKeysItHasIfTheAnswerIsNonsense() {
		this.mesh.publish("<html>");
		Awaitility.await()
			.during(Duration.ofMillis(1500))
			.untilAsserted(() -> ask(this.mesh.issuer().token()).expectStatus().isOk());
	}

	private ResponseSpec ask(String token) {
		return this.client.get().uri("/post/feed").header("X-Auth", token).exchange();
	}

}
