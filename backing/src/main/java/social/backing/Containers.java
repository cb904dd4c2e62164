package social.backing;

import java.util.List;
import java.util.Map;

import com.github.dockerjava.api.exception.DockerException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.testcontainers.utility.DockerImageName;

/** The same servers as containers, on ports that stay when they come back. */
final class Containers {

	private static final Map<String, String> IMAGES = Map.of("postgres", "postgres:15", "redis", "redis:7", "rabbit",
			"rabbitmq:3-management");

	private Containers() {
	}

	/** Whether an engine answers and holds the image, so that nothing must be pulled. */
	static boolean available(String name) {
		String wish = System.getProperty("backing", "auto");
		return wish.equals("containers") || (wish.equals("auto") && DockerClientFactory.instance().isDockerAvailable()
				&& present(IMAGES.getOrDefault(name, "")));
	}

	static Server postgres(int port) {
		return new ContainerServer(port, 5432,
				new PostgreSQLContainer(image("postgres")).withUsername(Backing.LOGIN.user())
					.withPassword(Backing.LOGIN.password())
					.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200"));
	}

	static Server redis(int port) {
		return new ContainerServer(port, 6379,
				new GenericContainer<>(image("redis"))
					.withCommand("redis-server", "--requirepass", Backing.LOGIN.password(), "--appendonly", "yes")
					.waitingFor(Wait.forListeningPort()));
	}

	static Server rabbit(int port) {
		return new ContainerServer(port, 5672,
				new RabbitMQContainer(image("rabbit")).withAdminUser(Backing.LOGIN.user())
					.withAdminPassword(Backing.LOGIN.password())
					// the broker's data goes by its host's name
					.withCreateContainerCmdModifier((command) -> command.withHostName("rabbit")));
	}

	static void createDatabase(Server server, String name) {
		String user = Backing.LOGIN.user();
		String exists = "SELECT count(*) FROM pg_database WHERE datname = '%s'".formatted(name);
		if (((ContainerServer) server).run("psql", "-tAU", user, "-c", exists, "postgres").strip().equals("0")) {
			((ContainerServer) server).run("createdb", "-U", user, name);
		}
	}

	private static DockerImageName image(String name) {
		return DockerImageName.parse(IMAGES.getOrDefault(name, name));
	}

	private static boolean present(String image) {
		try {
			DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
			return true;
		}
		catch (DockerException ex) {
			return false;
		}
	}

	/** A container that keeps its port and its data when it is stopped and started. */
	private static final class ContainerServer implements Server {

		private final int port;

		private final GenericContainer<?> container;

		ContainerServer(int port, int inside, GenericContainer<?> container) {
			this.port = port;
			this.container = container;
			container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, inside)));
		}

		@Override
		public int port() {
			return this.port;
		}

		@Override
		public void start() {
			if (this.container.getContainerId() == null) {
				this.container.start();
				return;
			}
			this.container.getDockerClient().startContainerCmd(this.container.getContainerId()).exec();
			org.awaitility.Awaitility.await().until(() -> FreePort.taken(this.port));
		}

		@Override
		public void stop() {
			this.container.getDockerClient().stopContainerCmd(this.container.getContainerId()).exec();
		}

		@Override
		public void close() {
			this.container.stop();
		}

		String run(String... command) {
			try {
				Container.ExecResult result = this.container.execInContainer(command);
				return result.getStdout();
			}
			catch (Exception ex) {
				throw new NotStarted("a command in a container failed", ex);
			}
		}

	}

}
