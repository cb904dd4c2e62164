package social.users;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import social.backing.Contracts;
import social.backing.ServiceTest;
import social.platform.passport.Passport;
import social.platform.passport.Passports;

import static org.assertj.core.api.Assertions.assertThat;

/** Queries that only a real server gets to see, because a client would not write them. */
@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class QueryTests {

	@LocalServerPort
	int port;

	@Autowired
	Passports passports;

	@ParameterizedTest
	@ValueSource(strings = { "first_name=%ff&last_name=a", "first_name=a&last_name=%c3%28",
			"first_name=%00&last_name=a", "first_name=%ed%a0%80&last_name=a" })
	void answers400ForWhatIsNoText(String query) throws Exception {
		String passport = this.passports.mint(new Passport(Passport.GATEWAY, "users-service", null, null, null));
		var uri = URI.create("http://127.0.0.1:%d/user/search?%s".formatted(this.port, query));
		var request = HttpRequest.newBuilder(uri).header(Passport.HEADER, passport).build();
		try (var http = HttpClient.newHttpClient()) {
			var answer = http.send(request, BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(400);
			Contracts.openapi().check("GET", "/user/search", 400, answer.body());
		}
	}

}
