package social.websocket.socket;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import social.platform.passport.Passport;
import social.websocket.Network;
import social.websocket.RawClient;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@WebsocketTest(properties = { "websocket.socket.sweep=20ms", "websocket.socket.ping=200ms",
		"websocket.socket.close-timeout=1s" })
class HeartbeatTests {

	@Autowired
	private Network network;

	@Test
	void keepsWhoAnswersPings() {
		try (var client = this.network.connect(this.network.person())) {
			await().during(Duration.ofSeconds(2)).until(client::open);
			assertThat(client.pings()).isGreaterThan(4);
		}
	}

	@Test
	void cutsWhoAnswersNoPing() throws Exception {
		var passport = new Passport(Passport.GATEWAY, "websocket-service", this.network.person(), null, null);
		try (var dead = new RawClient(this.network.port(), "/posts",
				Passport.HEADER + ": " + this.network.header(passport))) {
			dead.head();
			assertThat(dead.end()).isEqualTo(4408);
			assertThat(dead.cut()).isTrue();
		}
	}

	@Test
	void endsASocketWithTheTokenThatOpenedIt() throws Exception {
		Instant expiry = Instant.now().plusSeconds(2);
		var passport = new Passport(Passport.GATEWAY, "websocket-service", this.network.person(), null, expiry);
		try (var client = this.network.connect(passport, "/posts")) {
			assertThat(client.end()).isEqualTo(4401);
			assertThat(Instant.now()).isBetween(expiry.minusSeconds(1), expiry.plusSeconds(1));
		}
	}

}
