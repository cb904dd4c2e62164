package social.gateway.edge;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class FailureHandlerTests {

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@Autowired
	private MeterRegistry meters;

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@Test
	void answersAnUnknownPathWith404() {
		refuses(ask(HttpMethod.GET, "/nowhere"), 404, "path: /nowhere (expected: one that /docs describes)");
		refuses(ask(HttpMethod.GET, "/internal/users/1"), 404,
				"path: /internal/users/1 (expected: one that /docs describes)");
		refuses(ask(HttpMethod.GET, "/docs/nothing"), 404, "path: /docs/nothing (expected: one that /docs describes)");
	}

	@ParameterizedTest
	@CsvSource({ "DELETE, /post/feed, GET", "GET, /login, POST", "POST, /friend/set/1, PUT", "POST, /posts, GET",
			"OPTIONS, /post/create, POST", "PATCH, /dialog/1/list, GET" })
	void answersAWrongMethodWith405(HttpMethod method, String path, String allowed) {
		refuses(ask(method, path), 405, "method: %s (expected: %s)".formatted(method, allowed)).expectHeader()
			.valueEquals(HttpHeaders.ALLOW, allowed);
	}

	@Test
	void passesTheErrorOfAServiceOnAsItIs() {
		this.mesh.posts().answers(409, "{\"message\":\"taken\",\"request_id\":\"r\",\"code\":409}");
		ask(HttpMethod.POST, "/post/create").expectStatus()
			.isEqualTo(409)
			.expectBody(String.class)
			.isEqualTo("{\"message\":\"taken\",\"request_id\":\"r\",\"code\":409}");
	}

	@Test
	void givesABodyToAnErrorThatCameWithoutOne() {
		this.mesh.posts().answers((response) -> response.status(400).send());
		refuses(ask(HttpMethod.POST, "/post/create"), 400, "Bad Request");
		this.mesh.posts()
			.answers((response) -> response.status(500)
				.header("Content-Type", "text/html")
				.sendString(Mono.just("<html>java.lang.Exception</html>")));
		refuses(ask(HttpMethod.POST, "/post/create"), 500, "Internal error");
	}

	@Test
	void saysNothingOfAServiceThatIsTooSlowButThatItIs() {
		this.mesh.posts().answers((response) -> Mono.never());
		refuses(ask(HttpMethod.POST, "/post/create"), 504, "A service took too long");
	}

	@Test
	void tellsNobodyToRepeatWhatMayBeDone() {
		this.mesh.posts().answers((response) -> {
			response.withConnection((connection) -> connection.channel().close());
			return Mono.never();
		});
		refuses(ask(HttpMethod.POST, "/post/create"), 502, "The answer of a service broke off").expectHeader()
			.doesNotExist(HttpHeaders.RETRY_AFTER);
		assertThat(this.mesh.posts().seen()).hasSize(1);
	}

	@Test
	void countsWhatItRefusesByCauses() {
		double absent = refused("token-absent");
		double unknown = refused("status-404");
		double late = refused("status-504");
		this.client.get().uri("/post/feed").exchange().expectStatus().isUnauthorized();
		ask(HttpMethod.GET, "/nowhere");
		this.mesh.posts().answers((response) -> Mono.never());
		ask(HttpMethod.POST, "/post/create");
		assertThat(refused("token-absent")).isEqualTo(absent + 1);
		assertThat(refused("status-404")).isEqualTo(unknown + 1);
		assertThat(refused("status-504")).isEqualTo(late + 1);
	}

	private double refused(String cause) {
		return this.meters.counter("social.edge.refused", "cause", cause).count();
	}

	private ResponseSpec ask(HttpMethod method, String path) {
		RequestBodySpec request = this.client.method(method).uri(path);
		return request.header("X-Auth", this.mesh.issuer().token()).header("X-Request-Id", "walk-1").exchange();
	}

	private ResponseSpec refuses(ResponseSpec answer, int status, String message) {
		answer.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.valueEquals("X-Request-Id", "walk-1")
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON)
			.expectBody()
			.json("{\"message\":\"%s\",\"request_id\":\"walk-1\",\"code\":%d}".formatted(message, status));
		return answer;
	}

}
