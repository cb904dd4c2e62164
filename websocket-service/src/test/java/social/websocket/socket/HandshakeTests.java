package social.websocket.socket;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import social.backing.Contracts;
import social.platform.passport.Passport;
import social.platform.passport.UserId;
import social.websocket.Network;
import social.websocket.RawClient;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;

@WebsocketTest
class HandshakeTests {

	@Autowired
	private Network network;

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@ValueSource(strings = { "/post/feed/posted", "/posts" })
	void opensASocketUnderBothNames(String path) throws Exception {
		var ann = this.network.person();
		try (var client = this.network.connect(passport(this.network.person(ann)), path)) {
			String post = this.network.post(ann, "hello");
			assertThat(client.next()).contains(post);
		}
	}

	@Test
	void refusesWhoComesWithoutAPassport() throws IOException {
		assertThat(refused()).contains("\"code\":401");
	}

	@Test
	void refusesATokenInPlaceOfAPassport() throws IOException {
		String passport = this.network.header(passport(this.network.person()));
		assertThat(refused("Authorization: Bearer " + passport)).contains("\"code\":401");
		assertThat(refused("X-Auth: " + passport, "X-User-Id: " + this.network.person())).contains("\"code\":401");
	}

	@Test
	void refusesAPassportForAnotherService() throws IOException {
		var elsewhere = new Passport(Passport.GATEWAY, "posts-service", this.network.person(), null, null);
		assertThat(refused(header(elsewhere))).contains("\"code\":401");
	}

	@Test
	void refusesAPassportWithoutAUser() throws IOException {
		var nobody = new Passport(Passport.GATEWAY, "websocket-service", null, null, null);
		assertThat(refused(header(nobody))).contains("\"code\":401");
	}

	@Test
	void refusesAPassportOfAnotherService() throws IOException {
		var service = new Passport("posts-service", "websocket-service", this.network.person(), null, null);
		assertThat(refused(header(service))).contains("\"code\":403");
	}

	@Test
	void asksAnOrdinaryRequestToUpgrade() {
		assertThat(this.mvc.get().uri("/posts").header(Passport.HEADER, mint())).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyJson()
			.extractingPath("message")
			.isEqualTo("Upgrade: absent (expected: websocket)");
	}

	@Test
	void knowsNoOtherMethod() {
		assertThat(this.mvc.post().uri("/posts").header(Passport.HEADER, mint()))
			.hasStatus(HttpStatus.METHOD_NOT_ALLOWED);
	}

	@Test
	void welcomesEveryOriginAndCompressesNothing() throws IOException {
		try (var client = new RawClient(this.network.port(), "/posts", header(passport(this.network.person())),
				"Origin: http://elsewhere.example", "Sec-WebSocket-Extensions: permessage-deflate")) {
			assertThat(client.head()).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
		}
	}

	@Test
	void selectsTheProtocolThatItSpeaks() throws IOException {
		assertThat(upgraded("Sec-WebSocket-Protocol: chat, otus.v2, otus.v3"))
			.containsIgnoringCase("Sec-WebSocket-Protocol: otus.v2\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Nothing: offered", "Sec-WebSocket-Protocol: chat, otus.v3" })
	void selectsNoOther(String offer) throws IOException {
		assertThat(upgraded(offer)).doesNotContainIgnoringCase("Sec-WebSocket-Protocol");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "one", "1.5", "9223372036854775808" })
	void refusesAPositionThatIsNone(String since) throws IOException {
		try (var client = new RawClient(this.network.port(), "/posts?since=" + since,
				header(passport(this.network.person())))) {
			String head = client.head();
			assertThat(head).startsWith("HTTP/1.1 400");
			assertThat(client.body(head)).contains("since: " + since);
		}
	}

	private String upgraded(String offer) throws IOException {
		try (var client = new RawClient(this.network.port(), "/posts", header(passport(this.network.person())),
				offer)) {
			String head = client.head();
			assertThat(head).startsWith("HTTP/1.1 101");
			return head;
		}
	}

	private String refused(String... headers) throws IOException {
		try (var client = new RawClient(this.network.port(), "/posts", headers)) {
			String head = client.head();
			assertThat(head).startsWith("HTTP/1.1 40").containsIgnoringCase("X-Request-Id");
			String body = client.body(head);
			Contracts.openapi().check("Error", body);
			return body;
		}
	}

	private String header(Passport passport) {
		return Passport.HEADER + ": " + this.network.header(passport);
	}

	private String mint() {
		return this.network.header(passport(this.network.person()));
	}

	private static Passport passport(UserId user) {
		return new Passport(Passport.GATEWAY, "websocket-service", user, null, null);
	}

}
