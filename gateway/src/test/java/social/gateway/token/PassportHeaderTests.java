package social.gateway.token;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

import social.gateway.FakeMesh;
import social.gateway.FakeService;
import social.gateway.GatewayTest;
import social.gateway.Issuer;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class PassportHeaderTests {

	@Autowired
	private FakeMesh mesh;

	@Autowired
	private WebTestClient client;

	@AfterEach
	void reset() {
		this.mesh.reset();
	}

	@Test
	void sendsAPassportForTheServiceInPlaceOfTheToken() throws Exception {
		Instant before = Instant.now().minusSeconds(1);
		Instant expiry = Instant.now().plus(Duration.ofMinutes(30));
		ask(HttpMethod.GET, "/user/search");
		var passport = this.mesh.passport(this.mesh.users().last());
		assertThat(passport.getIssuer()).isEqualTo("gateway");
		assertThat(passport.getAudience()).containsExactly("users-service");
		assertThat(passport.getSubject()).isEqualTo(Issuer.ANN.toString());
		assertThat(passport.getStringClaim("sid")).isEqualTo(Issuer.SESSION);
		assertThat(passport.getLongClaim("sxp")).isBetween(expiry.getEpochSecond() - 1, expiry.getEpochSecond() + 1);
		assertThat(passport.getIssueTime().toInstant()).isBetween(before, Instant.now());
		assertThat(passport.getExpirationTime().toInstant())
			.isEqualTo(passport.getIssueTime().toInstant().plusSeconds(60));
		assertThat(this.mesh.users().last().headers())
			.noneMatch((header) -> header.getKey().equalsIgnoreCase("X-Auth"));
	}

	@ParameterizedTest
	@CsvSource({ "GET, /post/feed, posts-service", "PUT, /friend/set/1, posts-service",
			"POST, /dialog/1/send, dialogs-service", "GET, /user/get/1, users-service" })
	void namesTheServiceThatIsAsked(HttpMethod method, String path, String service) {
		ask(method, path);
		FakeService asked = switch (service) {
			case "posts-service" -> this.mesh.posts();
			case "dialogs-service" -> this.mesh.dialogs();
			default -> this.mesh.users();
		};
		assertThat(this.mesh.passport(asked.last()).getAudience()).containsExactly(service);
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Passport", "x-passport", "X-Auth", "X-User-Id", "X-User-Roles", "X-Internal-Caller",
			"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-User", "X_Passport", "X_User_Id", "a_b" })
	void letsNoClientSpeakForTheGateway(String header) {
		this.client.post().uri("/login").header(header, "forged").exchange().expectStatus().isOk();
		assertThat(this.mesh.users().last().headers()).noneMatch((sent) -> sent.getValue().equals("forged"));
		assertThat(this.mesh.passport(this.mesh.users().last()).getSubject()).isNull();
	}

	@Test
	void letsNoClientHaveThePassportTakenAway() {
		this.client.get()
			.uri("/post/feed")
			.header("X-Auth", this.mesh.issuer().token())
			.header("Connection", "keep-alive, X-Passport, X-Request-Id")
			.exchange()
			.expectStatus()
			.isOk();
		assertThat(this.mesh.passport(this.mesh.posts().last()).getSubject()).isEqualTo(Issuer.ANN.toString());
		assertThat(this.mesh.posts().last().headers().contains("X-Request-Id")).isTrue();
	}

	private void ask(HttpMethod method, String path) {
		this.client.method(method)
			.uri(path)
			.header("X-Auth", this.mesh.issuer().token())
			.exchange()
			.expectStatus()
			.isOk();
	}

}
