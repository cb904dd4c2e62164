package social.local.mesh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import social.local.process.PortBusy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Everybody gets a place of their own. */
class PlanTests {

	@TempDir
	private Path folder;

	@Test
	void hasAPlaceForEachInstance() {
		Plan plan = Plan.make(settings().scale(Service.POSTS, 3));
		assertThat(plan.places()).extracting(Place::name)
			.startsWith("postgres", "redis", "rabbitmq")
			.contains("posts-service", "posts-service-2", "posts-service-3", "feed-worker");
		assertThat(plan.places().stream().map(Place::port)).doesNotHaveDuplicates();
	}

	@Test
	void hasOnePortForAllGateways() {
		Plan plan = Plan.make(settings().scale(Service.GATEWAY, 2));
		var gateways = plan.places().stream().filter((place) -> place.name().startsWith("gateway")).toList();
		assertThat(gateways).extracting(Place::name).containsExactly("gateway", "gateway-2");
		assertThat(gateways).extracting(Place::port).containsOnly(plan.port("gateway"));
		assertThat(gateways).extracting(Place::management).doesNotHaveDuplicates();
		assertThat(Settings.defaults().scale()).containsEntry(Service.GATEWAY, 2);
	}

	@Test
	void isTheSameWhenReadAgain() {
		Plan plan = Plan.make(settings().address("0.0.0.0"));
		plan.write(this.folder.resolve("run/plan"));
		assertThat(Plan.read(this.folder.resolve("run/plan"))).contains(plan);
		assertThat(Plan.read(this.folder.resolve("absent"))).isEmpty();
	}

	@Test
	void saysWhoseChosenPortIsBusy() throws IOException {
		try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(PortBusy.class)
				.isThrownBy(() -> Plan.make(settings().port("gateway", other.getLocalPort())))
				.withMessage(
						"port %d is busy: stop what listens there, or give gateway another with --port gateway=PORT",
						other.getLocalPort());
		}
	}

	@Test
	void findsTheServiceOfAnInstance() {
		assertThat(Service.of("posts-service-2")).contains(Service.POSTS);
		assertThat(Service.of("feed-worker")).contains(Service.FEED_WORKER);
		assertThat(Service.of("posts")).isEmpty();
	}

	private Settings settings() {
		return Settings.isolated(Path.of(".."), this.folder);
	}

}
