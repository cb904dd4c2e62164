package social.users;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import social.platform.passport.Passport;
import social.platform.passport.Passports;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody gets in but through the gateway, and past the gateway nobody but services. */
@UsersTest
class PassportTests {

	private static final String INTERNAL = "/internal/users/" + UUID.randomUUID();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Passports passports;

	@ParameterizedTest
	@CsvSource({ "POST, /user/register", "POST, /login", "GET, /.well-known/jwks.json", "GET, /user/search",
			"GET, /user/get/0199a0c2-7d55-7cc1-8f0e-3d5a4f6b2c10",
			"GET, /internal/users/0199a0c2-7d55-7cc1-8f0e-3d5a4f6b2c10", "GET, /nowhere" })
	void answers401WithoutAPassport(String method, String path) {
		var answer = this.mvc.method(HttpMethod.valueOf(method)).uri(path).header("X-Request-Id", "walk-1").exchange();
		assertThat(answer).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(401);
		assertThat(answer).bodyJson().extractingPath("$.request_id").isEqualTo("walk-1");
	}

	@Test
	void refusesAPassportForAnotherService() {
		assertThat(this.mvc.get().uri("/user/search").header(Passport.HEADER, passport("gateway", "posts-service")))
			.hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void keepsTheInternalPathsFromTheGateway() {
		assertThat(this.mvc.get().uri(INTERNAL).header(Passport.HEADER, passport("gateway", "users-service")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void keepsThePublicPathsFromServices() {
		assertThat(this.mvc.get()
			.uri("/.well-known/jwks.json")
			.header(Passport.HEADER, passport("posts-service", "users-service"))).hasStatus(HttpStatus.FORBIDDEN);
	}

	private String passport(String issuer, String audience) {
		return this.passports.mint(new Passport(issuer, audience, null, null, null));
	}

}
