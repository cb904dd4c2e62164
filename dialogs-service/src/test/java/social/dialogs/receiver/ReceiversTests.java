package social.dialogs.receiver;

import java.text.ParseException;
import java.util.UUID;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.Passport;
import social.platform.passport.UserId;
import social.platform.request.RequestIds;

import static org.assertj.core.api.Assertions.assertThat;

@DialogsTest
class ReceiversTests {

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private CircuitBreakerRegistry breakers;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
	}

	@AfterEach
	void recover() {
		this.users.recover();
		this.breakers.circuitBreaker("users-service").reset();
	}

	@Test
	void nobodyIsNotFound() {
		var nobody = new UserId(UUID.randomUUID());
		assertThat(this.api.send(this.ann, nobody, "Привет")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.api.list(this.ann, nobody)).hasStatusOk().bodyText().isEqualTo("[]");
	}

	@Test
	void whoRegistersAMomentLaterIsFound() {
		var late = new UserId(UUID.randomUUID());
		assertThat(this.api.send(this.ann, late, "Привет")).hasStatus(HttpStatus.NOT_FOUND);
		this.users.register(late);
		assertThat(this.api.send(this.ann, late, "Привет")).hasStatusOk();
	}

	@Test
	void areAskedForOnce() {
		int before = this.users.questions().size();
		this.api.send(this.ann, this.bob, "один");
		this.api.send(this.ann, this.bob, "два");
		assertThat(this.users.questions()).hasSize(before + 1);
	}

	@Test
	void areAskedForWithAPassportAndTheRequestId() throws ParseException {
		MvcTestResult answer = this.api.send(this.ann, this.bob, "Привет");
		Headers question = this.users.questions().getLast();
		var claims = SignedJWT.parse(question.getFirst(Passport.HEADER)).getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo("dialogs-service");
		assertThat(claims.getAudience()).containsExactly("users-service");
		assertThat(claims.getSubject()).isNull();
		assertThat(question.getFirst(RequestIds.HEADER)).isEqualTo(answer.getResponse().getHeader(RequestIds.HEADER));
	}

	@Test
	void areAskedForAgainWhenUsersServiceFailsOnce() {
		this.users.failOnce(503);
		assertThat(this.api.send(this.ann, this.bob, "Привет")).hasStatusOk();
	}

	@Test
	void canNotBeToldWhileUsersServiceIsDown() {
		this.users.stop();
		assertUnavailable(this.api.send(this.ann, this.bob, "Привет"));
	}

	@Test
	void canNotBeToldWhileUsersServiceFails() {
		this.users.fail(500);
		assertUnavailable(this.api.send(this.ann, this.bob, "Привет"));
	}

	@Test
	void canNotBeToldWhileUsersServiceHangs() {
		this.users.hang();
		assertUnavailable(this.api.send(this.ann, this.bob, "Привет"));
	}

	@Test
	void whoAreKnownAreWrittenToWhileUsersServiceIsDown() {
		this.api.send(this.ann, this.bob, "один");
		this.users.stop();
		assertThat(this.api.send(this.ann, this.bob, "два")).hasStatusOk();
	}

	@Test
	void areNotAskedForAgainAndAgainWhileUsersServiceFails() {
		this.users.fail(500);
		int before = this.users.questions().size();
		for (int i = 0; i < 30; i++) {
			assertUnavailable(this.api.send(this.ann, this.bob, "Привет"));
		}
		assertThat(this.users.questions()).hasSize(before + 10);
	}

	private static void assertUnavailable(MvcTestResult answer) {
		assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader(HttpHeaders.RETRY_AFTER, "2");
	}

}
