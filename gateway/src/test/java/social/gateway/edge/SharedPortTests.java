package social.gateway.edge;

import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class SharedPortTests {

	@Test
	void belongsToAllWhoAgreeToShareIt() {
		DisposableServer first = shared(0);
		DisposableServer second = shared(first.port());
		assertThat(second.port()).isEqualTo(first.port());
		assertThatException().isThrownBy(() -> HttpServer.create().host("127.0.0.1").port(first.port()).bindNow());
		first.disposeNow();
		second.disposeNow();
	}

	private static DisposableServer shared(int port) {
		return new SharedPort().apply(HttpServer.create().host("127.0.0.1").port(port)).bindNow();
	}

}
