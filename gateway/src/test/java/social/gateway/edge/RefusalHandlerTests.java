package social.gateway.edge;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import social.gateway.FakeMesh;
import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class RefusalHandlerTests {

	@LocalServerPort
	private int port;

	@Autowired
	private FakeMesh mesh;

	@Test
	void explainsWhatIsTooLong() throws IOException {
		assertThat(say("GET /" + "x".repeat(5000) + " HTTP/1.1\r\nHost: a\r\n\r\n")).startsWith("HTTP/1.1 414")
			.contains("\"code\":414")
			.containsIgnoringCase("X-Request-Id: ")
			.containsIgnoringCase("Content-Type: application/json");
		assertThat(say("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(9000) + "\r\n\r\n"))
			.startsWith("HTTP/1.1 431")
			.contains("\"code\":431");
	}

	@Test
	void hearsNoMoreOfATokenThatIsFarTooLong() throws IOException {
		String token = "x".repeat(1 << 20);
		assertThat(say("GET /post/feed HTTP/1.1\r\nHost: a\r\nX-Auth: " + token + "\r\n\r\n")).satisfiesAnyOf(
				(answer) -> assertThat(answer).startsWith("HTTP/1.1 431"), (answer) -> assertThat(answer).isEmpty());
		assertThat(this.mesh.posts().seen()).isEmpty();
	}

	@Test
	void explainsWhatIsNoHttp() throws IOException {
		assertThat(say("hello\r\n\r\n")).startsWith("HTTP/1.1 400").contains("\"code\":400");
		assertThat(say("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"))
			.startsWith("HTTP/1.1 400")
			.contains("\"code\":400");
	}

	@Test
	void answersWhatPeopleTypeIntoCurl() throws IOException {
		String typed = "GET /user/search?first_name=Анна|[1] HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Auth: "
				+ this.mesh.issuer().token() + "\r\n\r\n";
		assertThat(say(typed)).startsWith("HTTP/1.1 200");
		assertThat(this.mesh.users().last().uri())
			.isEqualTo("/user/search?first_name=%D0%90%D0%BD%D0%BD%D0%B0%7C%5B1%5D");
	}

	/** Sends bytes as they are, and reads until the gateway closes. */
	private String say(String text) throws IOException {
		try (var socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		// what the gateway has not heard it does not answer
		catch (SocketException ex) {
			return "";
		}
	}

}
