package social.discovery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import com.netflix.eureka.cluster.PeerEurekaNodes;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class DiscoveryApplicationTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Test
	void showsAnInstanceAtOnceWhenItRegisters() throws Exception {
		assertThat(register("posts-service", "posts-service-1").statusCode()).isEqualTo(204);
		assertThat(get(this.port, "/eureka/apps/POSTS-SERVICE").body()).contains("posts-service-1");
	}

	@Test
	void forgetsAnInstanceAtOnceWhenItLeaves() throws Exception {
		register("dialogs-service", "dialogs-service-1");
		var leave = request(this.port, "/eureka/apps/DIALOGS-SERVICE/dialogs-service-1").DELETE().build();
		assertThat(send(leave).statusCode()).isEqualTo(200);
		assertThat(get(this.port, "/eureka/apps/DIALOGS-SERVICE").statusCode()).isEqualTo(404);
	}

	@Test
	void isReadyAndMeasuredOnAPortOfItsOwn() throws Exception {
		assertThat(get(this.managementPort, "/actuator/health/readiness").statusCode()).isEqualTo(200);
		assertThat(get(this.managementPort, "/actuator/prometheus").body()).contains("application=\"discovery\"");
		assertThat(get(this.port, "/actuator/health").statusCode()).isEqualTo(404);
	}

	@Test
	void takesNobodyForAPeer(@Autowired PeerEurekaNodes peers) {
		assertThat(peers.getPeerEurekaNodes()).isEmpty();
	}

	private HttpResponse<String> register(String service, String instance) throws Exception {
		String body = """
				{"instance": {"instanceId": "%s", "app": "%s", "vipAddress": "%2$s", "hostName": "127.0.0.1",
				"ipAddr": "127.0.0.1", "status": "UP", "port": {"$": 4001, "@enabled": "true"},
				"dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"}}}
				"""
			.formatted(instance, service);
		return send(
				request(this.port, "/eureka/apps/" + service.toUpperCase()).header("Content-Type", "application/json")
					.POST(BodyPublishers.ofString(body))
					.build());
	}

	private HttpResponse<String> get(int port, String path) throws Exception {
		return send(request(port, path).build());
	}

	private HttpRequest.Builder request(int port, String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
	}

	private HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.client.send(request, BodyHandlers.ofString());
	}

}
