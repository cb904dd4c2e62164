package social.users.revocation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import social.backing.Backing;
import social.backing.Contracts;
import social.backing.Listener;
import social.platform.passport.Passport;
import social.platform.passport.Passports;
import social.users.Gateway;
import social.users.UsersTest;

import static org.assertj.core.api.Assertions.assertThat;

/** How others hear that sessions have ended. */
@UsersTest
class RevocationTests {

	@Autowired
	Revocations revocations;

	@Autowired
	RevocationStore store;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	RabbitTemplate rabbit;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Passports passports;

	@Test
	void areToldAtOnce() {
		try (var listener = new Listener(this.rabbit, RevocationPublisher.EXCHANGE)) {
			UUID session = revoke();
			Awaitility.await().atMost(Duration.ofSeconds(1)).until(() -> !listener.heard().isEmpty());
			var message = listener.heard().getFirst();
			String body = new String(message.getBody(), StandardCharsets.UTF_8);
			Contracts.broker().check("SessionRevoked", body);
			assertThat(body).contains(session.toString(), "\"type\":\"session.revoked\"");
			assertThat(message.getMessageProperties().getReceivedRoutingKey()).isEqualTo("session.revoked");
			assertThat(message.getMessageProperties().<String>getHeader("request_id")).isNotBlank();
		}
	}

	@Test
	void areToldToServicesThatAsk() {
		String before = Gateway.json(ask("0")).path("next").asString();
		UUID session = revoke();
		JsonNode answer = Gateway.json(ask(before));
		assertThat(answer.path("more").asBoolean()).isFalse();
		assertThat(answer.path("revocations").valueStream()).singleElement().satisfies((revocation) -> {
			assertThat(revocation.path("session_id").asString()).isEqualTo(session.toString());
			assertThat(Instant.parse(revocation.path("until").asString()))
				.isBetween(Instant.now().plus(Duration.ofMinutes(30)), Instant.now().plus(Duration.ofMinutes(31)));
		});
		assertThat(Gateway.json(ask(answer.path("next").asString())).path("revocations").size()).isZero();
		assertThat(ask("")).hasStatusOk();
		assertThat(ask("-1")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void areNotMissedIfTheyAreCommittedLate() {
		List<UUID> late = List.of(UUID.randomUUID());
		String between = Objects.requireNonNull(this.transaction.execute((status) -> {
			this.store.add(late);
			return Objects.requireNonNull(inAnotherTransaction());
		}));
		assertThat(this.store.since(between, 1000).revocations()).extracting(Revocation::sessionId).containsAll(late);
	}

	@Test
	void comeInPagesAndAllOfThem() {
		String place = this.store.since("0", 1000).next();
		List<UUID> many = Stream.generate(this::revoke).limit(25).toList();
		var found = new ArrayList<UUID>();
		RevocationPage page;
		do {
			page = this.store.since(place, 10);
			page.revocations().forEach((revocation) -> found.add(revocation.sessionId()));
			place = page.next();
		}
		while (page.more());
		assertThat(found).containsAll(many);
	}

	@Test
	void areForgottenWhenTheTokensHaveEnded() {
		List<UUID> ended = List.of(revoke());
		this.store.prune();
		assertThat(this.store.revoked(ended)).hasSize(1);
		this.jdbc.sql("update revocation set until = now() - interval '1 second'").update();
		assertThat(this.store.since("0", 1000).revocations()).isEmpty();
		this.store.prune();
		assertThat(this.store.revoked(ended)).isEmpty();
	}

	@Test
	void waitForNoBroker() {
		Backing.rabbit().stop();
		try {
			long begun = System.nanoTime();
			revoke();
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(500));
		}
		finally {
			Backing.rabbit().start();
		}
		areToldAtOnceAgain();
	}

	private void areToldAtOnceAgain() {
		Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(this::areToldAtOnce);
	}

	private UUID revoke() {
		UUID session = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> this.revocations.add(List.of(session)));
		this.revocations.announce(List.of(session));
		return session;
	}

	private String inAnotherTransaction() {
		try {
			var place = new ArrayList<String>();
			Thread.ofVirtual().start(() -> {
				revoke();
				place.add(this.store.since("0", 1000).next());
			}).join();
			return place.getFirst();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult ask(String since) {
		String passport = this.passports.mint(new Passport("edge", "users-service", null, null, null));
		return this.mvc.get().uri("/internal/revocations?since=" + since).header(Passport.HEADER, passport).exchange();
	}

}
