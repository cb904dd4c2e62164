package social.websocket.socket;

import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import social.websocket.Network;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;

@WebsocketTest
class InboundTests {

	@Autowired
	private Network network;

	@Test
	void ignoresWhatClientsSay() throws Exception {
		var ann = this.network.person();
		try (var client = this.network.connect(this.network.person(ann))) {
			client.say("x".repeat(1024));
			String post = this.network.post(ann, "still here");
			assertThat(client.next()).contains(post);
		}
	}

	@Test
	void endsASocketThatSaysTooMuch() throws Exception {
		try (var client = this.network.connect(this.network.person())) {
			client.say("x".repeat(1025));
			assertThat(client.end()).isEqualTo(1009);
		}
	}

	@Test
	void endsASocketThatSpeaksBinary() throws Exception {
		try (var client = this.network.connect(this.network.person())) {
			client.say(ByteBuffer.allocate(16));
			assertThat(client.end()).isEqualTo(1003);
		}
	}

}
