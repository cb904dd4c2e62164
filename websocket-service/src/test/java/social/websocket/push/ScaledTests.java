package social.websocket.push;

import java.util.ArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import social.websocket.Client;
import social.websocket.Instance;
import social.websocket.Network;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;

@WebsocketTest
class ScaledTests {

	private static Instance other;

	@Autowired
	private Network network;

	@BeforeAll
	static void startAnotherInstance() {
		other = new Instance();
	}

	@AfterAll
	static void stopIt() {
		other.close();
	}

	@Test
	void everyInstanceTellsItsOwnSocketsEachPostOnce() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		var clients = new ArrayList<Client>();
		for (int i = 0; i < 3; i++) {
			clients.add(this.network.connect(bob));
			clients.add(this.network.connect(bob, other.port()));
			clients.add(this.network.connect(this.network.person(ann), other.port()));
		}
		for (int i = 0; i < 20; i++) {
			String post = this.network.post(ann, "post " + i);
			for (Client client : clients) {
				assertThat(client.next()).contains(post);
			}
		}
		clients.forEach(Client::close);
	}

	@Test
	void aFollowIsKnownToEveryInstance() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person();
		try (var here = this.network.connect(bob); var there = this.network.connect(bob, other.port())) {
			this.network.follow(bob, ann);
			String post = this.network.post(ann, "for both");
			assertThat(here.next()).contains(post);
			assertThat(there.next()).contains(post);
		}
	}

}
