package social.users;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is said while PostgreSQL is away, and that nobody has to mend anything after. */
@UsersTest
class DatabaseAwayTests {

	@Autowired
	Gateway gateway;

	@Test
	void answers503ThenGoesOn() {
		String id = this.gateway.register("Анна", "Осипова", "Секретная строка");
		Backing.postgres().stop();
		assertThat(profile(id)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).headers().hasValue("Retry-After", "1");
		assertThat(this.gateway.post("/login", Map.of("id", id, "password", "Секретная строка")))
			.hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(this.gateway.get("/.well-known/jwks.json")).hasStatusOk();
		Backing.postgres().start();
		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(profile(id)).hasStatusOk());
	}

	private MvcTestResult profile(String id) {
		return this.gateway.get("/user/get/{id}", id);
	}

}
