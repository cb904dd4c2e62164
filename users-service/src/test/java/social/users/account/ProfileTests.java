package social.users.account;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import social.platform.passport.Passport;
import social.platform.passport.Passports;
import social.users.Gateway;
import social.users.UsersTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is found by id, and who is not. */
@UsersTest
class ProfileTests {

	@Autowired
	Gateway gateway;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Passports passports;

	@Test
	void answers404ForNobody() {
		UUID nobody = UUID.randomUUID();
		var answer = this.gateway.get("/user/get/{id}", nobody);
		assertThat(answer).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(Gateway.json(answer).path("message").asString()).contains(nobody.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1-1-1-1-1", "0199a0c2-7d55-7cc1-8f0e-3d5a4f6b2c1g", "null" })
	void answers400ForWhatIsNoId(String id) {
		assertThat(this.gateway.get("/user/get/{id}", id)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void tellsServicesWhoExists() {
		assertThat(confirm(this.gateway.register("Анна", "Осипова", "Секретная строка"))).isEqualTo(204);
		assertThat(confirm(UUID.randomUUID().toString())).isEqualTo(404);
		assertThat(confirm("1")).isEqualTo(400);
	}

	private int confirm(String id) {
		String passport = this.passports.mint(new Passport("posts-service", "users-service", null, null, null));
		return this.mvc.get()
			.uri("/internal/users/{id}", id)
			.header(Passport.HEADER, passport)
			.exchange()
			.getResponse()
			.getStatus();
	}

}
