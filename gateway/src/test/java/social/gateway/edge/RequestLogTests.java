package social.gateway.edge;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.reactive.server.WebTestClient;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class RequestLogTests {

	private static final String HEADER = "X-Request-Id";

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@Test
	void takesOverTheIdOfTheClient() {
		this.mesh.users().answers((response) -> response.header(HEADER, "of-the-service").sendString(Mono.just("")));
		this.client.post()
			.uri("/login")
			.header(HEADER, "walk.1_A-b")
			.exchange()
			.expectHeader()
			.valueEquals(HEADER, "walk.1_A-b");
		assertThat(this.mesh.users().last().headers().getAll(HEADER)).containsExactly("walk.1_A-b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "two words", "new%0aline", "<script>", "é" })
	void makesAnIdWhereTheClientsIsNone(String given) {
		String made = this.client.post()
			.uri("/login")
			.header(HEADER, given)
			.exchange()
			.returnResult(Void.class)
			.getResponseHeaders()
			.getFirst(HEADER);
		assertThat(made).matches("[0-9a-f-]{36}");
		assertThat(this.mesh.users().last().headers().getAll(HEADER)).containsExactly(made);
	}

	@Test
	void makesAnIdWhereTheClientsIsTooLong() {
		assertThat(RequestIds.takeOver("x".repeat(64))).hasSize(64).startsWith("x");
		assertThat(RequestIds.takeOver("x".repeat(65))).hasSize(36);
		assertThat(RequestIds.takeOver(null)).hasSize(36);
	}

	@Test
	void writesOneLineAboutEachRequestWithoutItsQuery(CapturedOutput output) {
		this.client.get()
			.uri("/user/search?first_name=secret")
			.header(HEADER, "log-1")
			.header("X-Auth", this.mesh.issuer().token())
			.exchange();
		this.client.get().uri("/nowhere").header(HEADER, "log-2").exchange();
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					output.getOut().lines().filter((line) -> line.contains("log-1") || line.contains("log-2")))
				.satisfiesExactly(
						(line) -> assertThat(line).contains("INFO")
							.containsPattern("\\[log-1].*GET /user/search 200 \\d+ ms"),
						(line) -> assertThat(line).contains("INFO")
							.containsPattern("\\[log-2].*GET /nowhere 401 \\d+ ms")));
		assertThat(output.getOut()).doesNotContain("secret");
	}

}
