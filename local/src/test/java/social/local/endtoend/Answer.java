package social.local.endtoend;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import social.backing.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

/** What came back. */
record Answer(int status, HttpHeaders headers, String body) {

	static Answer of(HttpResponse<String> response) {
		return new Answer(response.statusCode(), response.headers(), response.body());
	}

	JsonNode json() {
		return JsonMapper.shared().readTree(this.body);
	}

	String text(String field) {
		return json().path(field).asString();
	}

	String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	Answer expect(int expected) {
		assertThat(this.status).as(this.body).isEqualTo(expected);
		return this;
	}

	/** What holds for every answer, and for that of an operation. */
	void check(Contracts contract, String method, String path) {
		assertThat(header("X-Request-Id")).matches("[A-Za-z0-9._-]{1,64}");
		assertThat(this.headers.allValues("X-Request-Id")).hasSize(1);
		if (this.status >= 400) {
			contract.check("Error", this.body);
			assertThat(header("Content-Type")).startsWith("application/json");
			assertThat(json().path("code").asInt()).isEqualTo(this.status);
			assertThat(text("request_id")).isEqualTo(header("X-Request-Id"));
		}
		if (this.status == 503 || this.status == 429) {
			assertThat(header("Retry-After")).matches("[1-9][0-9]*");
		}
		JsonNode operation = contract.document()
			.at("/paths/%s/%s/responses".formatted(path.replace("/", "~1"), method.toLowerCase()));
		if (operation.has(Integer.toString(this.status)) || (this.status < 400 && !operation.isMissingNode())) {
			contract.check(method, path, this.status, this.body);
		}
	}

}
