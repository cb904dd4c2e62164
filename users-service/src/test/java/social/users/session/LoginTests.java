package social.users.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import social.users.Gateway;
import social.users.UsersTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets a token, and what the others hear. */
@UsersTest
class LoginTests {

	private static final String PASSWORD = "Секретная строка";

	// as many wrong passwords as cost nothing
	private static final int FREE = 5;

	@Autowired
	Gateway gateway;

	@Test
	void answersATokenForTheRightPassword() {
		String id = this.gateway.register("Анна", "Осипова", PASSWORD);
		assertThat(login(id, PASSWORD)).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
	}

	@Test
	void answers400ForAWrongPassword() {
		String id = this.gateway.register("Анна", "Осипова", PASSWORD);
		assertThat(login(id, PASSWORD + " ")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(login(id, PASSWORD.toLowerCase())).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void answers404ForNobody() {
		assertThat(login(UUID.randomUUID().toString(), PASSWORD)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void takesAsLongForNobodyAsForAWrongPassword() {
		String somebody = this.gateway.register("Анна", "Осипова", PASSWORD);
		long known = fastest(() -> login(somebody, "wrong password"));
		long unknown = fastest(() -> login(UUID.randomUUID().toString(), "wrong password"));
		assertThat((double) unknown / known).isBetween(0.6, 1.7);
	}

	@ParameterizedTest
	@MethodSource
	void answers400ForBadBodies(String body) {
		assertThat(this.gateway.post("/login", body)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	static List<String> answers400ForBadBodies() {
		String id = UUID.randomUUID().toString();
		return List.of("", "{", "[]", "null", "{}", "{\"id\":\"%s\"}".formatted(id), "{\"password\":\"12345678\"}",
				"{\"id\":1,\"password\":\"12345678\"}", "{\"id\":\"1\",\"password\":\"12345678\"}",
				"{\"id\":null,\"password\":\"12345678\"}", "{\"id\":[\"%s\"],\"password\":\"12345678\"}".formatted(id),
				"{\"id\":\"%s\",\"password\":null}".formatted(id),
				"{\"id\":\"%s\",\"password\":12345678}".formatted(id),
				"{\"id\":\"%s\",\"password\":\"\"}".formatted(id),
				"{\"id\":\"%s\",\"password\":\"1234\\u00005678\"}".formatted(id),
				"{\"id\":\"%s\",\"password\":\"1234\\ud8005678\"}".formatted(id),
				"{\"id\":\"%s\",\"password\":\"%s\"}".formatted(id, "x".repeat(513)));
	}

	@Test
	void sendsAStormAwayInsteadOfQueueingItForEver() throws Exception {
		String id = this.gateway.register("Анна", "Осипова", PASSWORD);
		Map<Integer, List<MvcTestResult>> answers;
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			answers = threads
				.invokeAll(
						Stream.generate(() -> (Callable<MvcTestResult>) () -> login(id, PASSWORD)).limit(80).toList())
				.stream()
				.map(Future::resultNow)
				.collect(Collectors.groupingBy((answer) -> answer.getResponse().getStatus()));
		}
		assertThat(answers).containsOnlyKeys(200, 503);
		assertThat(answers.get(200)).hasSizeGreaterThanOrEqualTo(34);
		assertThat(answers.get(503)).allSatisfy((answer) -> assertThat(answer).headers().hasValue("Retry-After", "1"));
	}

	private MvcTestResult login(String id, String password) {
		return this.gateway.post("/login", Map.of("id", id, "password", password));
	}

	private static long fastest(Runnable work) {
		return Stream.generate(() -> {
			long start = System.nanoTime();
			work.run();
			return System.nanoTime() - start;
		}).limit(FREE).min(Long::compare).orElseThrow();
	}

}
