package social.discovery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import com.netflix.eureka.cluster.PeerEurekaNodes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "management.server.port=0",
		"discovery.password=open sesame", "eureka.server.wait-time-in-ms-when-sync-empty=1500" })
class DiscoveryApplicationTests {

	private static final String ACCOUNT = "otus-social:open sesame";

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@BeforeEach
	void awaitOpening() {
		Awaitility.await().until(() -> get(this.port, "/eureka/apps").statusCode() == 200);
	}

	@Test
	void tellsNothingBeforeEverybodyHasHadTimeToComeAgain() throws Exception {
		try (var fresh = new SpringApplicationBuilder(DiscoveryApplication.class).run("--server.port=0",
				"--management.server.port=0", "--discovery.password=open sesame",
				"--eureka.server.wait-time-in-ms-when-sync-empty=600000")) {
			int port = fresh.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			assertThat(get(port, "/eureka/apps").statusCode()).isEqualTo(403);
		}
	}

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
	void forgetsAnInstanceThatIsHeardOfNoMore() throws Exception {
		assertThat(register("users-service", "users-service-1", 1).statusCode()).isEqualTo(204);
		Awaitility.await().until(() -> get(this.port, "/eureka/apps/USERS-SERVICE").statusCode() == 404);
	}

	@Test
	void isReadyAndMeasuredOnAPortOfItsOwn() throws Exception {
		assertThat(get(this.managementPort, "/actuator/health/readiness").statusCode()).isEqualTo(200);
		assertThat(get(this.managementPort, "/actuator/prometheus").body()).contains("application=\"discovery\"");
		assertThat(get(this.port, "/actuator/health").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Basic", "Basic b3R1cy1zb2NpYWw6", "Bearer open sesame" })
	void letsInNobodyWithoutThePassword(String authorization) throws Exception {
		for (String path : List.of("/", "/eureka/apps", "/eureka/apps/USERS-SERVICE", "/nowhere")) {
			var bare = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(this.port, path)))
				.header("Authorization", authorization)
				.build();
			assertThat(send(bare).statusCode()).as(path).isEqualTo(401);
		}
	}

	@Test
	void doesNotStartWithoutAPassword() {
		var application = new SpringApplicationBuilder(DiscoveryApplication.class);
		assertThatException()
			.isThrownBy(() -> application.run("--server.port=0", "--management.server.port=0", "--discovery.password="))
			.withStackTraceContaining("discovery.password: absent (expected: a password)");
	}

	@Test
	void takesNobodyForAPeer(@Autowired PeerEurekaNodes peers) {
		assertThat(peers.getPeerEurekaNodes()).isEmpty();
	}

	private HttpResponse<String> register(String service, String instance) throws Exception {
		return register(service, instance, 600);
	}

	private HttpResponse<String> register(String service, String instance, int lease) throws Exception {
		String body = """
				{"instance": {"instanceId": "%s", "app": "%s", "vipAddress": "%2$s", "hostName": "127.0.0.1",
				"ipAddr": "127.0.0.1", "status": "UP", "port": {"$": 4001, "@enabled": "true"},
				"leaseInfo": {"durationInSecs": %d},
				"dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"}}}
				"""
			.formatted(instance, service, lease);
		return send(
				request(this.port, "/eureka/apps/" + service.toUpperCase()).header("Content-Type", "application/json")
					.POST(BodyPublishers.ofString(body))
					.build());
	}

	private HttpResponse<String> get(int port, String path) throws Exception {
		return send(request(port, path).build());
	}

	private HttpRequest.Builder request(int port, String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(ACCOUNT.getBytes(StandardCharsets.UTF_8)));
	}

	private HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.client.send(request, BodyHandlers.ofString());
	}

}
