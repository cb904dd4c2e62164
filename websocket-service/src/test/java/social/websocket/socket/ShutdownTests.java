package social.websocket.socket;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import social.websocket.Instance;
import social.websocket.Network;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;

@WebsocketTest
class ShutdownTests {

	@Autowired
	private Network network;

	@Test
	void saysGoodbyeToEverySocketBeforeTheServerStops() throws Exception {
		var instance = new Instance();
		var one = this.network.connect(this.network.person(), instance.port());
		var other = this.network.connect(this.network.person(), instance.port());
		instance.close();
		assertThat(one.end()).isEqualTo(1001);
		assertThat(other.end()).isEqualTo(1001);
	}

}
